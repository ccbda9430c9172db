// What is going on, in words above the conversation; with buttons where there is something to do.
(() => {
  'use strict';

  const status = document.getElementById('status');
  let shown;

  function button({ text, act }) {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    element.addEventListener('click', act);
    return element;
  }

  // The kind tells notices apart, so that one does not take another's away.
  function show(kind, text, ...buttons) {
    if (shown === kind) {
      return;
    }
    shown = kind;
    document.documentElement.dataset.notice = kind;
    const words = document.createElement('span');
    words.textContent = text;
    status.replaceChildren(words, ...buttons.map(button));
  }

  function hide(kind) {
    if (!kind || shown === kind) {
      shown = undefined;
      delete document.documentElement.dataset.notice;
      status.replaceChildren();
    }
  }

  window.dpkobot = { ...window.dpkobot, notice: { show, hide, get shown() { return shown; } } };
})();
