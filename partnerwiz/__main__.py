from partnerwiz.cli import main

main()
