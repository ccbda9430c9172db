// A scripted conversation by botframework-directlinejs, as Web Chat has it, without a browser.
// node directlinejs.cjs <domain> <token> <stream|poll> <question>...
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { DirectLine } = require('botframework-directlinejs');

const [domain, token, way, ...questions] = process.argv.slice(2);
const line = new DirectLine({ domain, token, webSocket: way === 'stream', pollingInterval: 200 });
const next = () => {
  const text = questions.shift();
  if (text === undefined) {
    line.end();
    process.exit(0);
  }
  line.postActivity({ type: 'message', text, from: { id: 'somebody' } }).subscribe(
    id => console.log(JSON.stringify({ posted: /\|\d+$/.test(id) })),
    error => {
      console.error(error.message);
      process.exit(1);
    });
};

line.activity$.subscribe(({ type, text, from }) => {
  console.log(JSON.stringify({ type, role: from.role, text }));
  if (from.role === 'bot') {
    next();
  }
});
setTimeout(() => process.exit(2), 60000).unref();
