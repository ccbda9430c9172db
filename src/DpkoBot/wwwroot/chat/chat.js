// The chat page: brings Web Chat, the line and the notices together.
(() => {
  'use strict';

  const root = document.getElementById('chat');
  const texts = JSON.parse(root.dataset.texts);
  const nonce = document.currentScript.nonce;
  const { looks, notice, openLine, firstScreen } = window.dpkobot;
  const startAnew = document.getElementById('new');

  let directLine;
  let store;
  let ownColour;
  let firstQuestion;
  let started = false;
  let scriptOfWebChat;

  // Web Chat is large: to start it takes a second of a phone's time. The first screen does without it, and so does
  // whoever only reads that.
  function loadWebChat() {
    scriptOfWebChat ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = root.dataset.webchat;
      script.nonce = nonce;
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        scriptOfWebChat = undefined;
        script.remove();
        reject(new Error('Web Chat could not be loaded.'));
      });
      document.head.append(script);
    });
    return scriptOfWebChat;
  }

  // Into the browser's cache, for when it is wanted.
  function fetchWebChatAhead() {
    if (!started && !navigator.connection?.saveData) {
      fetch(root.dataset.webchat, { priority: 'low' }).then(response => response.blob()).catch(() => {});
    }
  }

  // While it changes from one client to another, Web Chat forgets what is sent: it is held back for that moment.
  const SENT = ['WEB_CHAT/SEND_MESSAGE', 'WEB_CHAT/SEND_MESSAGE_BACK', 'WEB_CHAT/SEND_POST_BACK'];
  const heldBack = [];
  let connected = false;

  // Of what passes through Web Chat's store, the page looks for the first thing that the bot says.
  const watch = ({ dispatch }) => next => action => {
    if (!connected && SENT.includes(action.type)) {
      heldBack.push(action);
      return action;
    }
    const result = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      connected = true;
      heldBack.splice(0).forEach(held => setTimeout(dispatch, 0, held));
    } else if (action.type === 'DIRECT_LINE/CONNECT_PENDING' || action.type === 'DIRECT_LINE/DISCONNECT_PENDING') {
      connected = false;
    }
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity.from.role === 'bot') {
      firstScreen.leave(takeOver);
      startAnew.hidden = false;
      askFirst();
    }
    return result;
  };

  function takeOver(draft, hadFocus) {
    if (draft) {
      store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
    }
    if (hadFocus) {
      focusSendBox();
    }
  }

  const focusSendBox = () => (document.querySelector('[data-id="webchat-sendbox-input"]') ?? startAnew).focus();

  // The first screen's question, or that with which a site has the chat opened; it is asked once, in a new conversation.
  function askFirst() {
    const text = firstQuestion;
    firstQuestion = undefined;
    if (text && store) {
      setTimeout(() => store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } }));
    }
  }

  function render() {
    if (!directLine) {
      return;
    }
    store ??= WebChat.createStore({}, watch);
    WebChat.renderWebChat(
      {
        directLine,
        store,
        nonce,
        locale: root.dataset.locale,
        dir: document.documentElement.dir,
        styleOptions: looks.styleOptions(ownColour),
        adaptiveCardsHostConfig: looks.cardConfig(),
      },
      document.getElementById('webchat')
    );
  }

  const showState = {
    // Nobody needs to know before there is something to wait for.
    connecting: () => (firstQuestion || !firstScreen.isShown) && notice.show('connecting', texts.connecting),
    online: () => {
      // What explains a new conversation stays until it was read.
      if (notice.shown !== 'fresh' && notice.shown !== 'limited') {
        notice.hide();
      }
    },
    reconnecting: () => (navigator.onLine ? notice.show('reconnecting', texts.reconnecting) : notice.show('offline', texts.offline)),
    unreachable: () => {
      if (navigator.onLine) {
        notice.show('unreachable', texts.unreachable, { text: texts.tryNow, act: () => line.retry() });
      } else {
        notice.show('offline', texts.offline);
      }
    },
  };

  const showEvent = {
    fresh: () => notice.show('fresh', texts.fresh, { text: texts.ok, act: () => notice.hide('fresh') }),
    limited: () => notice.show('limited', texts.limited),
    sent: () => notice.hide('limited'),
  };

  const line = openLine({
    domain: new URL(root.dataset.directLine, location.href).href,
    tokens: root.dataset.tokens,
    locale: root.dataset.locale,
    loadWebChat,
    onClient: client => {
      directLine = client;
      render();
    },
    onState: state => showState[state](),
    onEvent: event => showEvent[event](),
  });

  addEventListener('offline', () => notice.show('offline', texts.offline));

  startAnew.addEventListener('click', () => notice.show(
    'confirm',
    texts.confirmNew,
    {
      text: texts.deleteAndStart,
      act: () => line.remove().then(() => location.reload(), () => notice.show('notDeleted', texts.notDeleted, { text: texts.ok, act: () => notice.hide() })),
    },
    {
      text: texts.keep,
      act: () => {
        notice.hide('confirm');
        startAnew.focus();
      },
    }));

  // In a frame, the page around it hands over one end of a channel; nothing else that it says is listened to.
  function talkToFrameAround() {
    addEventListener('message', event => {
      if (event.source !== parent || event.data !== 'dpkobot' || !event.ports[0]) {
        return;
      }
      const port = event.ports[0];
      port.onmessage = ({ data }) => {
        if (/^#[0-9a-f]{6}$/i.test(data.colour ?? '')) {
          ownColour = data.colour;
          looks.applyOwn(ownColour);
          render();
        }
        if (typeof data.question === 'string' && data.question) {
          firstQuestion = data.question.slice(0, 1000);
          start();
        }
        if (data.focus) {
          (firstScreen.isShown ? firstScreen.focus : focusSendBox)();
        }
      };
      addEventListener('keydown', key => key.key === 'Escape' && port.postMessage('close'));
      port.postMessage('ready');
    });
  }

  async function start() {
    if (started) {
      return;
    }
    started = true;
    const goesOn = await line.begin();
    if (goesOn) {
      firstQuestion = undefined;
    }
  }

  firstScreen.onAsk(text => {
    firstQuestion = text;
    notice.show('connecting', texts.connecting);
    start();
  });
  firstScreen.whenVisited(start);
  if (parent !== window) {
    talkToFrameAround();
  }
  looks.dark.addEventListener('change', render);
  addEventListener('resize', render);
  if (line.goesOn) {
    start();
  } else {
    addEventListener('load', () => setTimeout(fetchWebChatAhead, 1000));
  }
})();
