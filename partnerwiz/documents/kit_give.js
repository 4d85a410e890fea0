// what was changed

function changes() {
  const found = { before: {}, answers: {}, open: {}, positions: {}, confirmed: [], private: { answers: {}, open: {} }, told: [], problems: [] };
  for (const question of questions.filter((one) => !one.hidden)) {
    const { question: id, label } = question.dataset;
    const isPrivate = 'private' in question.dataset;
    const to = isPrivate ? found.private : found;
    const tell = (key, put) => isPrivate || found.told.push(say(key, { label, ...put }));
    const field = fieldOf(question);
    const was = before.values.get(question);
    const [value, state] = [read(field), stateOf(question)];
    const differs = JSON.stringify(value) !== was.value;
    const stateDiffers = JSON.stringify(state) !== was.state;
    const wrong = all('[aria-invalid=true]', question).find((one) => !one.closest('[hidden]'));
    if (!differs && !stateDiffers) {
      if (question.querySelector('[data-confirm]:checked')) {
        found.confirmed.push(id);
        found.before[id] = question.dataset.of;
        tell('confirmed');
      }
    } else if (wrong) {
      found.problems.push(say('wrong-date', { label, text: wrong.value }));
    } else if (JSON.stringify(value).includes('{"other":""}')) {
      found.problems.push(say('unsaid', { label }));
    } else if (stateDiffers && !state.state && !JSON.parse(was.state).state) {
      found.problems.push(say('no-reason', { label }));
    } else {
      const givenAgain = stateDiffers && !state.state; // an answer ends the state it was in
      if ((differs || givenAgain) && !isEmpty(value)) {
        to.answers[id] = value;
        tell('answered', { text: inWords(field) });
      } else if (differs && 'optional' in question.dataset) {
        to.answers[id] = '';
        tell('emptied');
      } else if ((differs || givenAgain) && !state.state) {
        found.problems.push(say('cleared', { label }));
      }
      if (stateDiffers && state.state) {
        to.open[id] = state;
        const words = [tickedWords(question.querySelector('.not-now')), state.who, state.by, state.note];
        tell('answered', { text: words.filter(Boolean).join(', ') });
      }
      if (!isPrivate && (id in found.answers || id in found.open)) found.before[id] = question.dataset.of ?? '';
    }
  }
  for (const within of positions) {
    const { position: id, of, label } = within.dataset;
    const said = positionOf(within);
    if (JSON.stringify(said) === before.values.get(within)) continue;
    if (!said.word) {
      found.problems.push(say('no-position', { label }));
      continue;
    }
    const { word, words, publish } = said;
    found.positions[id] = { word, ...(words && { words }), of, on: today(), ...(publish && { publish }) };
    const told = [tickedWords(within), words].filter(Boolean).join(' – ');
    found.told.push(say(publish ? 'stands-printed' : 'stands', { label, text: told }));
  }
  return found;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0')).join('-');
}

// as YAML: every text quoted as JSON quotes it, which YAML reads the same

const quoted = (one) => JSON.stringify(one).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/gu,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

function yaml(value, pad = '') {
  if (typeof value === 'string') return ` ${quoted(value)}\n`;
  const lines = Array.isArray(value)
    ? value.map((one) => `${pad}-${yaml(one, `${pad}  `)}`)
    : Object.entries(value).map(([key, one]) => `${pad}${key}:${yaml(one, `${pad}  `)}`);
  return `\n${lines.join('')}`;
}

const filled = (parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => !isEmpty(value)));

function blockFile({ before, answers, open, positions, confirmed }) {
  const given = { from: text(byId('from')), how: form.elements.how.value, on: today() };
  const { project, title, organisation } = data;
  const body = { project, title, organisation, number: String(data.number), given, ...filled({ before, answers, open, positions, confirmed }) };
  return `partnerwiz-block: 1${yaml(body)}...\n`;
}

const privateFile = (parts) =>
  `partnerwiz: 1${yaml({ project: data.project, organisation: data.organisation, ...filled(parts) })}...\n`;

// giving back

const links = [];

function offer(name, content, within) {
  const link = URL.createObjectURL(new Blob([content], { type: 'application/yaml' }));
  links.push(link);
  const box = made('textarea', content, { readOnly: true, rows: 6 });
  const told = made('p', '', { role: 'status' });
  const copy = made('button', say('copy'), { type: 'button' });
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(content);
      told.textContent = say('copied');
    } catch {
      details.open = true;
      box.select();
      told.textContent = say(document.execCommand('copy') ? 'copied' : 'copy-by-hand');
    }
  });
  const details = made('details', made('summary', say('text')));
  const label = made('label', made('span', name));
  label.append(box);
  details.append(label);
  const download = made('a', say('download', { file: name }), { href: link, download: name, className: 'button' });
  download.addEventListener('click', () => { given = true; });
  within.append(made('p', download), made('p', copy), told, details);
}

function readAgain() {
  const found = changes();
  const summary = byId('summary');
  const listed = (key, lines) => {
    if (!lines.length) return;
    const list = made('ul', '');
    list.append(...lines.map((line) => made('li', line)));
    summary.append(made('h3', say(key)), list);
  };
  closeSummary();
  const privately = Object.keys({ ...found.private.answers, ...found.private.open }).length;
  listed('not-given', found.problems);
  listed('will-be-sent', found.told);
  if (found.told.length) {
    offer(data.file, blockFile(found), summary);
    summary.append(made('p', say('then')));
  } else if (!found.problems.length) {
    summary.append(made('p', say(privately ? 'only-private' : 'nothing-changed')));
  }
  if (privately) {
    byId('private').append(made('h3', say('private-file')), made('p', say('private-count', { count: privately })));
    offer(data['private-file'], privateFile(found.private), byId('private'));
  }
  summary.hidden = false;
  summary.focus();
}

function closeSummary() {
  links.splice(0).forEach((link) => URL.revokeObjectURL(link));
  byId('summary').replaceChildren();
  byId('private').replaceChildren();
  byId('summary').hidden = true;
}

byId('read-again').addEventListener('click', readAgain);
