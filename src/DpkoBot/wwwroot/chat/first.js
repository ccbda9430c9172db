// The first screen: what can be asked, some questions to click and a box to type one, all before Web Chat is there.
(() => {
  'use strict';

  const intro = document.getElementById('intro');
  const webChat = document.getElementById('webchat');
  const form = document.getElementById('ask');
  const input = form.elements.question;
  const questions = document.getElementById('questions');
  const asked = document.getElementById('asked');

  // Whatever a visitor does first. A page that nobody looks at asks for no conversation, and starts no megabytes of script.
  const SIGNS_OF_A_VISITOR = ['pointermove', 'pointerdown', 'keydown', 'touchstart', 'wheel', 'focusin'];

  let composing = false;

  function whenVisited(act) {
    const once = () => {
      SIGNS_OF_A_VISITOR.forEach(sign => removeEventListener(sign, once));
      act();
    };
    SIGNS_OF_A_VISITOR.forEach(sign => addEventListener(sign, once, { passive: true }));
  }

  // Hands over to Web Chat: what was typed meanwhile, and the focus, go with it.
  function leave(takeOver = () => {}) {
    if (intro.hidden) {
      return;
    }
    if (composing) {
      input.addEventListener('compositionend', () => leave(takeOver), { once: true });
      return;
    }
    const focus = document.activeElement === input ? 'sendBox' : intro.contains(document.activeElement) && 'transcript';
    webChat.inert = false;
    takeOver(input.value, focus);
    intro.hidden = true;
  }

  function showAsked(text) {
    asked.textContent = text;
    asked.hidden = false;
    questions.hidden = true;
    // The next one can be typed, and is sent with Web Chat.
    form.lastElementChild.disabled = true;
  }

  function onAsk(ask) {
    form.addEventListener('submit', event => {
      event.preventDefault();
      const text = input.value.trim();
      if (text && asked.hidden) {
        input.value = '';
        ask(text);
      }
    });
    for (const text of JSON.parse(questions.dataset.questions)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'question';
      button.textContent = text;
      button.addEventListener('click', () => {
        showAsked(text);
        // Where the keyboard is one on the screen, it would cover the answer.
        (matchMedia('(pointer: fine)').matches ? input : asked).focus({ preventScroll: true });
        ask(text);
      });
      questions.append(button);
    }
  }

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => (composing = false));

  window.dpkobot = {
    ...window.dpkobot,
    firstScreen: { whenVisited, leave, onAsk, showAsked, focus: () => input.focus(), get isShown() { return !intro.hidden; } },
  };
})();
