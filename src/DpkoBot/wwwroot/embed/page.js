// The page that shows the embedded chat: writes the line for the chosen settings, and puts it to work.
(() => {
  'use strict';

  const { nonce, dataset } = document.currentScript;
  const form = document.querySelector('form');
  const line = document.getElementById('line');
  const copied = document.getElementById('copied');

  let shown;
  let busy = Promise.resolve();

  const escaped = text => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

  function settings() {
    return [...new FormData(form)].filter(([name, value]) => value && !(name === 'color' && value === form.elements.color.defaultValue));
  }

  function write() {
    const attributes = settings().map(([name, value]) => ` data-${name}="${escaped(value)}"`).join('');
    line.textContent = `<script src="${dataset.embed}"${attributes} async></script>`;
    copied.textContent = '';
  }

  // One after another: a script that finds the button of an earlier one leaves everything as it is.
  function embed() {
    if (shown === line.textContent) {
      return;
    }
    shown = line.textContent;
    const chosen = settings();
    busy = busy.then(() => new Promise(done => {
      document.getElementById('dpkobot-chat')?.remove();
      const script = document.createElement('script');
      script.src = dataset.embed;
      script.nonce = nonce;
      for (const [name, value] of chosen) {
        script.dataset[name] = value;
      }
      script.addEventListener('load', done);
      script.addEventListener('error', done);
      document.body.append(script);
    }));
  }

  form.addEventListener('input', write);
  form.addEventListener('change', embed);
  form.addEventListener('submit', event => event.preventDefault());
  document.getElementById('copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      copied.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(line);
      copied.textContent = 'Selected: press Ctrl+C (on a Mac, Command+C).';
    }
  });
  write();
  embed();
})();
