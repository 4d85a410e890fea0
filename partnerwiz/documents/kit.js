'use strict';
// The page is written whole by kit_page.py. This reads its fields, shows those that are asked, adds rows;
// kit_give.js gives back what was changed, kit_draft.js keeps a draft. The three are one script.

const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const data = JSON.parse(byId('data').textContent);
const form = byId('kit');
const questions = all('[data-question]');
const positions = all('[data-position]');
const say = (key, put = {}) => data.words[key].replace(/\{(\w+)\}/g, (whole, name) => put[name] ?? whole);
const before = { values: new Map(), rows: new Map() }; // the page as it came
let given = true; // whether what was changed has been saved as a file
const isEmpty = (value) => value === '' || (typeof value === 'object' && !Object.keys(value).length);

function made(tag, text, attributes = {}) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(text);
  return element;
}

// what is typed, as the project keeps it

// what acts without being seen comes from pasting: the program would refuse it
const UNSEEN = /[\0-\x08\v-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
const text = (control) => control.value.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(UNSEEN, '').trim();

function day(typed) {
  const french = typed.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/);
  return french ? `${french[3]}-${french[2].padStart(2, '0')}-${french[1].padStart(2, '0')}` : typed;
}

function isDay(iso) {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(iso)) return !/^[\d/-]+$/.test(iso); // in words: the program looks
  const [year, month, number] = `${iso}-01`.split('-').map(Number);
  const found = new Date(Date.UTC(2000, month - 1, number));
  found.setUTCFullYear(year);
  return year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === number;
}

function chosen(field) {
  const select = field.querySelector('select');
  const keys = select ? [select.value] : all(':scope > div > label > input:checked', field).map((one) => one.value);
  return keys.map((key) => (key === 'other' ? { other: text(field.querySelector('[data-words]')) } : key));
}

function read(field) {
  switch (field.dataset.field) {
    case 'one': return chosen(field)[0] ?? '';
    case 'many': return chosen(field);
    case 'date': return day(text(field));
    case 'line': return text(field).replace(/\s*\n\s*/g, ' ');
    case 'list': return rows(field, (row) => read(row.querySelector('[data-field]')));
    case 'table': return rows(field, (row) => Object.fromEntries(
      all('[data-column]', row).filter((cell) => !cell.hidden)
        .map((cell) => [cell.dataset.column, read(cell.querySelector('[data-field]'))])
        .filter(([, value]) => !isEmpty(value))));
    default: return text(field);
  }
}

const rows = (field, value) => Object.fromEntries(
  all('[data-row]', field).map((row) => [row.dataset.row, value(row)]).filter(([, one]) => !isEmpty(one)));

const fieldOf = (question) => question.querySelector(':scope > [data-field]');

function stateOf(question) {
  const within = question.querySelector('.not-now');
  const word = within.querySelector('input:checked');
  const state = { state: word ? word.value : '' };
  if (!word || data['left-open'].includes(word.value)) {
    state.who = text(within.querySelector('[data-who]'));
    state.by = day(text(within.querySelector('[data-by]')));
  }
  state.note = text(within.querySelector('[data-note]'));
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value));
}

function positionOf(within) {
  const word = within.querySelector('input[type=radio]:checked');
  const said = { word: word ? word.value : '', words: text(within.querySelector('[data-words]')) };
  if (within.querySelector('[data-publish]').checked) said.publish = 'yes';
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

// the same in words

function inWords(field) {
  const label = (control) => (control.value === 'other' && control.type !== 'select-one'
    ? text(field.querySelector('[data-words]')) : control.closest('label').textContent.trim());
  switch (field.dataset.field) {
    case 'one': case 'many': {
      const select = field.querySelector('select');
      if (!select) return all(':scope > div > label > input:checked', field).map(label).join(', ');
      if (select.value === 'other') return text(field.querySelector('[data-words]'));
      return select.value && select.selectedOptions[0].textContent;
    }
    case 'list': case 'table':
      return all('[data-row]', field).map((row) => all('[data-field]', row)
        .filter((one) => !one.closest('[hidden]')).map(inWords).filter(Boolean).join(' – ')).filter(Boolean).join(' ; ');
    default: return text(field);
  }
}

const tickedWords = (within) => within.querySelector('input[type=radio]:checked').closest('label').textContent.trim();

// what is shown

function holds(wanted, value) {
  if (isEmpty(value)) return wanted.includes('empty');
  if (wanted.includes('any')) return true;
  return [value].flat().some((one) => wanted.includes(typeof one === 'object' ? 'other' : one));
}

function showWhatIsAsked() {
  const isAsked = (element, valueOf) => JSON.parse(element.dataset.when).every((one) => holds(one.values, valueOf(one.of)));
  for (const question of questions.filter((one) => one.dataset.when)) {
    question.hidden = !isAsked(question, (id) => {
      const other = questions.find((one) => one.dataset.question === id);
      return other.hidden ? '' : read(fieldOf(other));
    });
  }
  for (const cell of all('[data-row] [data-when]')) {
    cell.hidden = !isAsked(cell, (id) => {
      const other = all('[data-column]', cell.closest('[data-row]')).find((one) => one.dataset.column === id);
      return other.hidden ? '' : read(other.querySelector('[data-field]'));
    });
  }
  for (const control of all('input[data-field=date]', form)) {
    control.setAttribute('aria-invalid', String(!isDay(read(control))));
  }
}

// rows

function newKey(taken) {
  const letters = 'bcdfghjkmnpqrstvwxz23456789';
  for (;;) {
    const key = [...crypto.getRandomValues(new Uint8Array(4))].map((one) => letters[one % letters.length]).join('');
    if (!taken.includes(key)) return key;
  }
}

const keysOf = (field) => all('[data-row]', field).map((row) => row.dataset.row);

function number(field) {
  all('[data-row]', field).forEach((row, place) => all('[data-number]', row).forEach((one) => { one.textContent = place + 1; }));
}

function addRow(field, key = newKey([...keysOf(field), ...(before.rows.get(field) ?? [])])) {
  const row = field.querySelector('template').content.firstElementChild.cloneNode(true);
  for (const element of [row, ...all('*', row)]) {
    for (const attribute of element.attributes) attribute.value = attribute.value.replaceAll('__row__', key);
  }
  field.querySelector('.rows').append(row);
  number(field);
  return row;
}

form.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const field = button.closest('[data-fresh]');
  if ('add' in button.dataset) {
    addRow(field).querySelector('input, select, textarea').focus();
  } else if ('remove' in button.dataset) {
    button.closest('[data-row]').remove();
    number(field);
    field.querySelector('[data-add]').focus();
  } else if ('unchoose' in button.dataset) {
    const ticks = all('input', button.parentElement);
    ticks.forEach((one) => { one.checked = false; });
    ticks[0].focus();
  } else return;
  changed();
});
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing || !event.target.matches('[data-field=line]')) return;
  event.preventDefault(); // one line; of a list: the next one
  const list = event.target.closest('[data-field=list][data-fresh]');
  if (!list) return;
  const lines = all('.rows textarea', list);
  (lines[lines.indexOf(event.target) + 1] ?? addRow(list).querySelector('textarea')).focus();
});
form.addEventListener('submit', (event) => event.preventDefault());
