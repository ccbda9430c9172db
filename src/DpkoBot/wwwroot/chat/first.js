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
  function leave(takeOver) {
    if (intro.hidden) {
      return;
    }
    if (composing) {
      input.addEventListener('compositionend', () => leave(takeOver), { once: true });
      return;
    }
    const hadFocus = intro.contains(document.activeElement);
    webChat.inert = false;
    takeOver(input.value, hadFocus);
    intro.hidden = true;
  }

  function onAsk(act) {
    const ask = text => {
      asked.textContent = text;
      asked.hidden = false;
      questions.hidden = true;
      act(text);
    };
    form.addEventListener('submit', event => {
      event.preventDefault();
      const text = input.value.trim();
      if (text) {
        input.value = '';
        ask(text);
      }
    });
    for (const text of JSON.parse(questions.dataset.questions)) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      button.addEventListener('click', () => {
        input.focus({ preventScroll: true });
        ask(text);
      });
      questions.append(button);
    }
  }

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => (composing = false));

  window.dpkobot = {
    ...window.dpkobot,
    firstScreen: { whenVisited, leave, onAsk, focus: () => input.focus(), get isShown() { return !intro.hidden; } },
  };
})();
