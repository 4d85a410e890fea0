"""The method: phases, steps and questions, read from `steps/`. Data only."""
