(() => {
  'use strict';

  const page = document.currentScript;
  const domain = new URL(page.dataset.directLine, location.href).href;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const status = document.getElementById('status');

  // The values of a Direct Line client's connectionStatus$.
  const CONNECTING = 1;
  const ONLINE = 2;
  const EXPIRED_TOKEN = 3;
  const FAILED_TO_CONNECT = 4;
  const ENDED = 5;

  const TRY_AGAIN_AFTER = 5000;
  const STORED = 'dpkobot-chat';

  let directLine;

  // What is going on, in words; with a button where only a fresh start helps.
  function show(text, canStartAgain) {
    status.textContent = text;
    status.hidden = !text;
    if (canStartAgain) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Start again';
      button.addEventListener('click', startAgain);
      status.append(button);
    }
  }

  function startAgain() {
    directLine = undefined;
    location.reload();
  }

  const ended = () => show('This conversation has ended.', true);
  const unreachable = () => show('DpkoBot could not be reached.', true);

  // With the token that this page had before, the host gives the same conversation back while it remembers it.
  async function requestToken(earlier) {
    const response = await fetch(`${domain}/tokens/generate`, {
      method: 'POST',
      headers: earlier ? { Authorization: `Bearer ${earlier}` } : {},
    });
    if (!response.ok) {
      throw new Error(`The host gave no token: ${response.status}`);
    }
    return response.json();
  }

  // A conversation outlives a reload. It is stored only while the page is gone, so that a duplicated tab begins its own
  // and does not fight with this one over the line.
  function takeStored() {
    try {
      const stored = JSON.parse(sessionStorage.getItem(STORED));
      sessionStorage.removeItem(STORED);
      return stored;
    } catch {
      return null;
    }
  }

  function store() {
    try {
      if (directLine?.conversationId) {
        sessionStorage.setItem(STORED, JSON.stringify({ conversationId: directLine.conversationId, token: directLine.token }));
      }
    } catch {
      // Without storage a reload begins a new conversation.
    }
  }

  // The client renews its token by itself, but not once it ran out, as while a laptop sleeps. Web Chat then goes on with
  // a new client: what is on the screen and in the send box stays, and what came meanwhile comes now.
  async function renew(client) {
    try {
      const grant = await requestToken(client.token);
      if (client !== directLine) {
        return;
      }
      if (grant.conversationId !== client.conversationId) {
        ended();
        return;
      }
      connect(grant.token, { conversationId: client.conversationId, watermark: client.watermark });
      client.end();
    } catch {
      // The network may need a moment longer to wake up than the page.
      setTimeout(renew, TRY_AGAIN_AFTER, client);
    }
  }

  function connect(token, whereToGoOn) {
    const client = WebChat.createDirectLine({ domain, token, webSocket: true, ...whereToGoOn });
    let expired = false;
    let followed = false;
    directLine = client;

    const whileCurrent = act => () => client === directLine && act();
    const follow = {
      [CONNECTING]: () => show('Connecting…'),
      [ONLINE]: () => {
        show('');
        if (!followed) {
          followed = true;
          client.activity$.subscribe({ error: whileCurrent(ended), complete: whileCurrent(ended) });
        }
      },
      [EXPIRED_TOKEN]: () => {
        if (!expired) {
          expired = true;
          show('Connecting again…');
          renew(client);
        }
      },
      [FAILED_TO_CONNECT]: unreachable,
      [ENDED]: ended,
    };
    client.connectionStatus$.subscribe(status => whileCurrent(follow[status] ?? (() => {}))());
    render();
  }

  function styleOptions() {
    const ink = dark.matches ? '#e6edf4' : '#1b2733';
    const paper = dark.matches ? '#18212b' : '#ffffff';
    const bubble = dark.matches ? '#243240' : '#eef3f7';
    const line = dark.matches ? '#2c3a48' : '#d6dee6';
    const subtle = dark.matches ? '#a3b3c2' : '#5a6875';
    const link = dark.matches ? '#6cc5ee' : '#1f4e79';
    return {
      accent: link,
      backgroundColor: paper,
      primaryFont: getComputedStyle(document.documentElement).fontFamily,
      subtle,
      bubbleBackground: bubble,
      bubbleBorderColor: bubble,
      bubbleBorderRadius: 12,
      bubbleTextColor: ink,
      bubbleMaxWidth: 620,
      bubbleFromUserBackground: '#1f4e79',
      bubbleFromUserBorderColor: '#1f4e79',
      bubbleFromUserBorderRadius: 12,
      bubbleFromUserTextColor: '#ffffff',
      hideUploadButton: true,
      maxMessageLength: 4000,
      paddingRegular: 12,
      sendBoxBackground: paper,
      sendBoxBorderTop: `1px solid ${line}`,
      sendBoxButtonColor: link,
      sendBoxButtonShadeColor: 'transparent',
      sendBoxHeight: 56,
      sendBoxPlaceholderColor: subtle,
      sendBoxTextColor: ink,
      suggestedActionLayout: 'flow',
      suggestedActionBackgroundColor: paper,
      suggestedActionBackgroundColorOnHover: bubble,
      suggestedActionBorderColor: dark.matches ? '#3f7fa6' : '#009edb',
      suggestedActionBorderRadius: 20,
      suggestedActionHeight: 38,
      suggestedActionTextColor: link,
      timestampColor: subtle,
    };
  }

  function render() {
    WebChat.renderWebChat(
      { directLine, locale: document.documentElement.lang, nonce: page.nonce, styleOptions: styleOptions() },
      document.getElementById('webchat')
    );
  }

  async function begin() {
    show('Connecting…');
    const stored = takeStored();
    const grant = await requestToken(stored?.token);
    const goesOn = stored?.conversationId === grant.conversationId;
    connect(grant.token, goesOn && { conversationId: grant.conversationId });
    dark.addEventListener('change', render);
  }

  addEventListener('pagehide', store);
  addEventListener('pageshow', event => event.persisted && takeStored());
  begin().catch(unreachable);
})();
