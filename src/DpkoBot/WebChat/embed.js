// Puts a button on any page that opens the chat in a frame. It adds one element, styles only what is inside of it, and
// asks nobody for anything but the frame: a strict policy needs this host in script-src and frame-src, nothing else.
(() => {
  'use strict';

  const TEXTS = '{{texts}}';
  const NAME = 'dpkobot-chat';
  const BLUE = '#1f4e79';
  const PATIENCE = 10000;
  const SMALL = matchMedia('(max-width: 40rem), (max-height: 30rem)');

  const script = document.currentScript ?? document.querySelector('script[src$="/embed.js"]');
  if (!script || document.getElementById(NAME)) {
    return;
  }

  const { title, color, colour = color, position, language, question } = script.dataset;
  const base = new URL('.', script.src);
  const asked = (language ?? '').split('-')[0].toLowerCase();
  const tag = asked in TEXTS ? asked : 'en';
  const texts = TEXTS[tag];
  const heading = title || texts.launcher;
  const band = colourOf(colour);
  const onBand = contrastWithWhite(band) >= 4.5 ? '#ffffff' : '#000000';

  function colourOf(text) {
    const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text ?? '');
    const long = short ? '#' + short.slice(1).map(digit => digit + digit).join('') : text;
    return /^#[0-9a-f]{6}$/i.test(long ?? '') ? long : BLUE;
  }

  function contrastWithWhite(text) {
    const [red, green, blue] = [1, 3, 5]
      .map(at => parseInt(text.slice(at, at + 2), 16) / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  }

  function side() {
    if (position === 'left' || position === 'right') {
      return position;
    }
    return getComputedStyle(document.documentElement).direction === 'rtl' ? 'left' : 'right';
  }

  const STYLE = `
    :host { all: initial; }
    * { box-sizing: border-box; }
    .launcher, dialog {
      position: fixed; z-index: 2147483000; ${side()}: max(1rem, env(safe-area-inset-${side()}));
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
    }
    .launcher {
      bottom: max(1rem, env(safe-area-inset-bottom)); width: 3.5rem; height: 3.5rem; padding: 0; border: 2px solid ${onBand};
      border-radius: 50%; background: ${band}; color: ${onBand}; cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / 35%);
    }
    .launcher svg { width: 1.75rem; height: 1.75rem; display: block; margin: auto; }
    button:focus-visible { outline: 3px solid ${band}; outline-offset: 3px; }
    dialog {
      display: none; flex-direction: column; inset-block: auto max(5.5rem, env(safe-area-inset-bottom)); margin: 0; padding: 0;
      ${side() === 'right' ? 'left' : 'right'}: auto; width: min(26rem, calc(100vw - 2rem)); height: min(42rem, calc(100dvh - 7rem));
      max-width: none; max-height: none; overflow: hidden; border: 1px solid #8a97a5; border-radius: 12px; background: #fff; color: #1b2733;
      box-shadow: 0 8px 32px rgb(0 0 0 / 30%);
    }
    dialog[open] { display: flex; }
    dialog::backdrop { background: none; }
    .bar { display: flex; flex: none; align-items: center; gap: 0.75rem; padding: 0.6rem 0.9rem; background: ${band}; color: ${onBand}; }
    h2 { flex: 1; min-width: 0; margin: 0; font-size: 1rem; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
    .close { flex: none; width: 2.25rem; height: 2.25rem; padding: 0; border: 0; border-radius: 4px; background: transparent; color: inherit; cursor: pointer; }
    .close:hover { background: rgb(128 128 128 / 30%); }
    .close:focus-visible { outline-color: currentColor; outline-offset: -3px; }
    .close svg { width: 1.25rem; height: 1.25rem; display: block; margin: auto; }
    iframe { flex: 1; width: 100%; min-height: 0; border: 0; background: #fff; }
    .failed { margin: 0; padding: 1rem; font-size: 0.9375rem; line-height: 1.5; }
    .failed[hidden] { display: none; }
    .failed a { color: #1f4e79; }
    .edge { position: absolute; width: 1px; height: 1px; overflow: hidden; }
    @media (max-width: 40rem), (max-height: 30rem) {
      dialog { inset: 0; width: 100vw; height: 100dvh; border: 0; border-radius: 0; }
    }
    @media (prefers-color-scheme: dark) {
      dialog, iframe { background: #18212b; color: #e6edf4; }
      .failed a { color: #7accf2; }
    }
    @media (prefers-reduced-motion: no-preference) {
      dialog[open] { animation: rise 160ms ease-out; }
      @keyframes rise { from { opacity: 0; transform: translateY(12px); } }
    }
    @media print { .launcher, dialog { display: none !important; } }
  `;

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function icon(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) {
      svg.setAttribute(key, value);
    }
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  }

  const launcher = element(
    'button',
    { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', 'aria-label': `${texts.open}: ${heading}`, title: texts.open },
    icon('M4 5h16v11H10l-4 4v-4H4z M9 10.5h.01 M12 10.5h.01 M15 10.5h.01'));
  const closer = element('button', { type: 'button', class: 'close', 'aria-label': texts.close, title: texts.close }, icon('M6 6l12 12 M18 6L6 18'));
  const first = element('div', { class: 'edge', tabindex: '0' });
  const last = element('div', { class: 'edge', tabindex: '0' });
  const failed = element('p', { class: 'failed', role: 'alert', hidden: '' });
  const bar = element('div', { class: 'bar' }, element('h2', { id: 'title' }, heading), closer);
  const dialog = element('dialog', { 'aria-labelledby': 'title', lang: tag, dir: texts.direction }, first, bar, failed, last);
  const host = element('div', { id: NAME });

  let frame;
  let port;

  function load() {
    const address = new URL(base);
    address.search = new URLSearchParams({ embedded: '1', lang: tag });
    frame = element('iframe', { src: address.href, title: heading, allow: 'clipboard-write' });
    const giveUp = setTimeout(fail, PATIENCE);
    // Also after a reload inside: a new page in the frame needs a new channel.
    frame.addEventListener('load', () => {
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }) => {
        if (data === 'ready') {
          clearTimeout(giveUp);
          failed.hidden = true;
          port.postMessage({ band, onBand, question, focus: dialog.open && dialog.contains(host.shadowRoot.activeElement) });
        } else if (data === 'close') {
          close();
        }
      };
      frame.contentWindow.postMessage('dpkobot', base.origin, [channel.port2]);
    });
    dialog.insertBefore(frame, last);
  }

  function fail() {
    const link = element('a', { href: base.href, target: '_blank', rel: 'noopener' }, texts.newTab);
    failed.replaceChildren(texts.frameFailed, ' ', link);
    failed.hidden = false;
  }

  function show() {
    if (!frame) {
      load();
    }
    // Over a small screen the dialog is all there is; on a large one the page beside it can be read on with the mouse.
    if (SMALL.matches) {
      dialog.showModal();
    } else {
      dialog.show();
    }
    launcher.setAttribute('aria-expanded', 'true');
    closer.focus();
    port?.postMessage({ focus: true });
    if (port) {
      frame.focus();
    }
  }

  function close() {
    dialog.close();
    launcher.setAttribute('aria-expanded', 'false');
    launcher.focus();
  }

  launcher.addEventListener('click', () => (dialog.open ? close() : show()));
  closer.addEventListener('click', close);
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    close();
  });
  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  // The keyboard stays inside until Escape: each end leads to the other.
  first.addEventListener('focus', () => frame.focus());
  last.addEventListener('focus', () => closer.focus());

  function attach() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    host.attachShadow({ mode: 'open' }).append(launcher, dialog);
    host.shadowRoot.adoptedStyleSheets = [sheet];
    document.body.append(host);
  }

  if (document.body) {
    attach();
  } else {
    addEventListener('DOMContentLoaded', attach);
  }
})();
