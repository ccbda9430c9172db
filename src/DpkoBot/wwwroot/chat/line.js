// The line to the bot: gets tokens, and keeps one conversation alive through sleep, reload, lost networks and restarts.
(() => {
  'use strict';

  // The values of a Direct Line client's connectionStatus$.
  const ONLINE = 2;
  const EXPIRED_TOKEN = 3;
  const FAILED_TO_CONNECT = 4;
  const ENDED = 5;

  const STORED = 'dpkobot-chat';
  const seconds = count => count * 1000;

  // The client reconnects by itself; when it takes longer than this, it is replaced.
  const PATIENCE = seconds(6);
  // The host sends something every 30 s (and a client that polls asks every second): longer silence is a dead line.
  const LONGEST_SILENCE = seconds(75);
  const LONGEST_PAUSE = seconds(15);
  // Some networks let no WebSocket through: after so many that never opened, the client polls.
  const SOCKETS_TO_TRY = 2;

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

  function store(client) {
    try {
      if (client?.conversationId) {
        sessionStorage.setItem(STORED, JSON.stringify({ conversationId: client.conversationId, token: client.token }));
      }
    } catch {
      // Without storage a reload begins a new conversation.
    }
  }

  // States: connecting, online, reconnecting, unreachable; and beside them the events fresh, limited and sent.
  function open({ domain, tokens, locale, loadWebChat, isWorthKeeping, onClient, onState, onEvent }) {
    let client;
    let state;
    let failures = 0;
    let socketsThatNeverOpened = 0;
    let lastHeard = Date.now();
    let watchdog;
    let recovering = false;
    let wake = () => {};
    let closed = false;

    function become(next) {
      if (state !== next) {
        state = next;
        onState(next);
      }
    }

    async function ask(address, token) {
      const response = await fetch(address, { method: 'POST', headers: token ? { Authorization: `Bearer ${token}` } : {} });
      if (!response.ok) {
        throw Object.assign(new Error(`No token: ${response.status}`), { status: response.status });
      }
      return response.json();
    }

    // A token that is still good is refreshed. Otherwise the page asks for a new one and shows the old: this host then
    // gives the same conversation back while it remembers it.
    async function grantAfter(earlier, mayRefresh) {
      if (earlier && mayRefresh) {
        try {
          return await ask(`${domain}/tokens/refresh`, earlier);
        } catch (error) {
          if (!(error.status >= 400 && error.status < 500)) {
            throw error;
          }
        }
      }
      return ask(tokens, earlier);
    }

    function pause() {
      const most = Math.min(seconds(1) * 2 ** (failures - 1), LONGEST_PAUSE);
      return new Promise(resolve => {
        const timer = setTimeout(resolve, most * (0.75 + Math.random() / 2));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }

    function heard(from) {
      if (from === client) {
        lastHeard = Date.now();
        failures = 0;
        clearTimeout(watchdog);
        become('online');
      }
    }

    function lost(from) {
      if (from === client && !closed) {
        become('reconnecting');
        clearTimeout(watchdog);
        watchdog = setTimeout(recover, navigator.onLine ? PATIENCE : LONGEST_PAUSE, from, true);
      }
    }

    // Puts another client in the place of this one. Web Chat goes on with it: what is on the screen and in the send box
    // stays, and what came meanwhile comes now.
    async function recover(from, mayRefresh) {
      if (recovering || from !== client || closed) {
        return;
      }
      recovering = true;
      const asked = lastHeard;
      become('reconnecting');
      while (from === client && lastHeard === asked && !closed) {
        if (failures++ > 0) {
          await pause();
        }
        try {
          const grant = await grantAfter(from.token, mayRefresh);
          if (lastHeard === asked && !closed) {
            replace(from, grant);
          }
        } catch {
          become('unreachable');
        }
      }
      recovering = false;
    }

    function replace(from, grant) {
      const goesOn = grant.conversationId === from.conversationId;
      connect(grant, goesOn && { conversationId: from.conversationId, watermark: from.watermark });
      from.end();
      if (!goesOn) {
        onEvent('fresh');
      }
    }

    const socketOf = owner => class extends WebSocket {
      constructor(address) {
        super(address);
        let opened = false;
        this.addEventListener('open', () => {
          opened = true;
          socketsThatNeverOpened = 0;
          heard(owner);
        });
        this.addEventListener('message', () => heard(owner));
        this.addEventListener('close', () => {
          if (!opened && ++socketsThatNeverOpened >= SOCKETS_TO_TRY) {
            recover(owner, true);
          } else {
            lost(owner);
          }
        });
      }
    };

    // The client tells little of how its line does, so it is listened to at its edges.
    function observe(next) {
      next.getRetryDelay = () => 1000 + Math.random() * 2000;
      next.services = { ...next.services, WebSocket: socketOf(next) };
      const take = next.observableFromActivityGroup.bind(next);
      next.observableFromActivityGroup = set => {
        heard(next);
        return take(set);
      };
      const post = next.postActivity.bind(next);
      next.postActivity = activity => post(activity).do(
        id => id !== 'retry' && onEvent('sent'),
        error => error?.status === 429 && onEvent('limited'));
    }

    function connect(grant, whereToGoOn) {
      const next = WebChat.createDirectLine({
        domain,
        token: grant.token,
        webSocket: socketsThatNeverOpened < SOCKETS_TO_TRY,
        conversationStartProperties: { locale },
        ...whereToGoOn,
      });
      observe(next);
      let followed = false;
      client = next;
      const over = mayRefresh => () => recover(next, mayRefresh);
      const follow = {
        [ONLINE]: () => {
          if (!followed) {
            followed = true;
            next.activity$.subscribe({ error: over(false), complete: over(false) });
          }
        },
        [EXPIRED_TOKEN]: over(false),
        [FAILED_TO_CONNECT]: over(false),
        [ENDED]: over(false),
      };
      next.connectionStatus$.subscribe(status => next === client && follow[status]?.());
      onClient(next);
    }

    const stored = takeStored();

    async function begin() {
      become('connecting');
      for (;;) {
        try {
          const [grant] = await Promise.all([grantAfter(stored?.token, true), loadWebChat()]);
          const goesOn = stored?.conversationId === grant.conversationId;
          connect(grant, goesOn && { conversationId: grant.conversationId });
          if (stored && !goesOn) {
            onEvent('fresh');
          }
          return;
        } catch {
          become('unreachable');
          failures++;
          await pause();
        }
      }
    }

    // Forgets the conversation here and, by the activity that asks for it, at the bot.
    async function remove() {
      const response = await fetch(`${domain}/conversations/${client.conversationId}/activities`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${client.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 'deleteUserData', from: { id: 'user', role: 'user' } }),
      });
      // A conversation that is gone already needs no deleting.
      if (!response.ok && response.status !== 403 && response.status !== 404) {
        throw new Error(`Not deleted: ${response.status}`);
      }
      closed = true;
      takeStored();
    }

    addEventListener('online', () => {
      wake();
      if (state === 'online') {
        onState(state);
      } else if (client) {
        recover(client, true);
      }
    });
    addEventListener('pagehide', () => !closed && isWorthKeeping() && store(client ?? stored));
    addEventListener('pageshow', event => event.persisted && takeStored());
    setInterval(() => {
      if (state === 'online' && Date.now() - lastHeard > LONGEST_SILENCE) {
        recover(client, true);
      }
    }, seconds(15));

    return { goesOn: Boolean(stored), begin, remove, retry: () => wake() };
  }

  window.dpkobot = { ...window.dpkobot, openLine: open };
})();
