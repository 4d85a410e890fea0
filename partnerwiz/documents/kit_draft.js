// the draft: what differs from the page as it came, in this browser on this device

const draftKey = `partnerwiz ${data.project}/${data.organisation}`;
const isTick = (control) => control.type === 'radio' || control.type === 'checkbox';
const present = (control) => (isTick(control) ? control.checked : control.value);

function initially(control) {
  if (isTick(control)) return control.defaultChecked;
  if (!control.options) return control.defaultValue;
  return ([...control.options].find((one) => one.defaultSelected) ?? control.options[0]).value;
}

function typedHere() {
  const controls = all('input[id], select[id], textarea[id]', form).filter((one) => present(one) !== initially(one));
  const typed = Object.fromEntries(controls.map((one) => [one.id, present(one)]));
  const lines = {};
  for (const [field, keys] of before.rows) {
    const now = keysOf(field);
    const added = now.filter((one) => !keys.includes(one) && controls.some((control) => control.closest('[data-row]')?.dataset.row === one));
    const removed = keys.filter((one) => !now.includes(one));
    if (added.length || removed.length) lines[field.id] = { added, removed };
  }
  return isEmpty(typed) && isEmpty(lines) ? null : { typed, lines };
}

function takeUp({ typed, lines }) {
  for (const [id, { added, removed }] of Object.entries(lines)) {
    const field = byId(id);
    if (!field) continue;
    const goes = (key) => removed.includes(key) || (added.length && !before.rows.get(field).includes(key));
    all('[data-row]', field).filter((row) => goes(row.dataset.row)).forEach((row) => row.remove());
    added.forEach((key) => addRow(field, key));
    number(field);
  }
  for (const [id, value] of Object.entries(typed)) {
    const control = byId(id);
    if (control && isTick(control)) control.checked = value;
    else if (control) control.value = value;
  }
  all('.not-now, .position').filter((one) => one.querySelector('input:checked')).forEach((one) => { one.open = true; });
  showWhatIsAsked();
}

let storage = null;
let waiting = null; // a draft of an older page, until one chooses

function tellDraft(key, put) {
  const told = key ? say(key, put) : '';
  if (byId('draft-told').textContent !== told) byId('draft-told').textContent = told;
  byId('take-up').hidden = !waiting;
  byId('erase').hidden = !storage || !(waiting || typedHere());
}

function save() {
  if (!storage || waiting) return;
  const kept = typedHere();
  try {
    if (kept) storage.setItem(draftKey, JSON.stringify({ ...kept, number: data.number, on: new Date().toISOString() }));
    else storage.removeItem(draftKey);
  } catch {
    storage = null;
  }
  if (!storage) tellDraft('unsaved');
  else tellDraft(kept && (data.private ? 'saved-private' : 'saved'));
}

function changed() {
  given = false;
  showWhatIsAsked();
  closeSummary();
  save();
}

function erase() {
  if (!confirm(say('erase-sure'))) return;
  storage.removeItem(draftKey);
  given = true;
  location.hash = 'erased';
  location.reload();
}

function start() {
  for (const field of all('[data-fresh]')) {
    const fresh = all('[data-row^=__row__]', field);
    fresh.forEach((row) => row.remove());
    before.rows.set(field, keysOf(field));
    fresh.forEach(() => addRow(field));
    number(field);
  }
  for (const one of questions) {
    before.values.set(one, { value: JSON.stringify(read(fieldOf(one))), state: JSON.stringify(stateOf(one)) });
  }
  positions.forEach((one) => before.values.set(one, JSON.stringify(positionOf(one))));
  showWhatIsAsked();
  byId('take-up').addEventListener('click', () => {
    takeUp(waiting);
    waiting = null;
    save();
  });
  byId('erase').addEventListener('click', erase);
  form.addEventListener('input', changed);
  window.addEventListener('beforeunload', (event) => {
    if ((!storage || waiting) && !given && typedHere()) event.preventDefault();
  });
  document.documentElement.classList.add('live');
  resume();
}

function resume() {
  let kept = null;
  try {
    localStorage.setItem(`${draftKey} `, '');
    localStorage.removeItem(`${draftKey} `);
    storage = localStorage;
    kept = JSON.parse(storage.getItem(draftKey));
  } catch { /* said below */ }
  if (!storage) return tellDraft('unsaved');
  if (!kept?.typed || !kept.lines) return tellDraft(location.hash === '#erased' && 'erased');
  const on = new Date(kept.on).toLocaleString(data.language, { dateStyle: 'long', timeStyle: 'short' });
  if (kept.number === data.number) takeUp(kept);
  else waiting = kept;
  return tellDraft(waiting ? 'older-draft' : 'resumed', { on });
}

start();
