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
  let ownColours;
  let firstQuestion;
  let started = false;
  let greeted = false;
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

  const comesIn = (action, test) => action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && test(action.payload.activity);

  // Of what passes through Web Chat's store, the page looks for the first thing that the bot says.
  const watch = ({ dispatch }) => next => action => {
    if (!connected && SENT.includes(action.type)) {
      heldBack.push(action);
      return action;
    }
    // The echo of the page's own request to forget the conversation is nothing to show.
    if (comesIn(action, activity => activity.type === 'deleteUserData')) {
      return action;
    }
    const result = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
      connected = true;
      heldBack.splice(0).forEach(held => setTimeout(dispatch, 0, held));
    } else if (action.type === 'DIRECT_LINE/CONNECT_PENDING' || action.type === 'DIRECT_LINE/DISCONNECT_PENDING') {
      connected = false;
    }
    if (comesIn(action, activity => activity.from.role === 'bot')) {
      greeted = true;
      sendFirstQuestion();
    }
    return result;
  };

  const showConversation = () => {
    firstScreen.leave(takeOver);
    startAnew.hidden = false;
  };

  function takeOver(draft, focus) {
    if (draft) {
      store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
    }
    if (focus) {
      inWebChat(focus).focus();
    }
  }

  const inWebChat = part =>
    document.querySelector(part === 'sendBox' ? '[data-id="webchat-sendbox-input"]' : '.webchat__basic-transcript') ?? startAnew;

  // The first screen stays, and stays as it is, until something is asked there or by the site that opened the chat.
  function ask(text) {
    firstQuestion = text;
    firstScreen.showAsked(text);
    // What stands there already, as that the bot cannot be reached, says more.
    if (!notice.shown) {
      notice.show('connecting', texts.connecting);
    }
    start();
    sendFirstQuestion();
  }

  function sendFirstQuestion() {
    if (greeted && firstQuestion) {
      const text = firstQuestion;
      firstQuestion = undefined;
      notice.hide('connecting');
      showConversation();
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
        styleOptions: looks.styleOptions(ownColours),
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
    isWorthKeeping: () => !firstScreen.isShown,
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

  const isColour = text => /^#[0-9a-f]{6}$/i.test(text ?? '');

  // In a frame, the page around it hands over one end of a channel; nothing else that it says is listened to.
  function talkToFrameAround() {
    addEventListener('message', event => {
      if (event.source !== parent || event.data !== 'dpkobot' || !event.ports[0]) {
        return;
      }
      const port = event.ports[0];
      port.onmessage = ({ data }) => {
        if (isColour(data.band) && isColour(data.onBand)) {
          ownColours = { band: data.band, onBand: data.onBand };
          looks.applyOwn(ownColours);
          render();
        }
        if (typeof data.question === 'string' && data.question && firstScreen.isShown) {
          ask(data.question.slice(0, 1000));
        }
        if (data.focus) {
          (firstScreen.isShown ? firstScreen : inWebChat('sendBox')).focus();
        }
      };
      addEventListener('keydown', key => key.key === 'Escape' && port.postMessage('close'));
      port.postMessage('ready');
    });
  }

  function start() {
    if (!started) {
      started = true;
      line.begin();
    }
  }

  firstScreen.onAsk(ask);
  firstScreen.whenVisited(start);
  if (parent !== window) {
    talkToFrameAround();
  }
  looks.dark.addEventListener('change', render);
  addEventListener('resize', render);
  if (line.goesOn) {
    showConversation();
    start();
  } else {
    addEventListener('load', () => setTimeout(fetchWebChatAhead, 1000));
  }
})();
