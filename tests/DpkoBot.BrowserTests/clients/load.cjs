// Many conversations at once, each over a WebSocket of its own: every question has to be answered once and in order.
// node load.cjs <domain> <site secret> <conversations> <seconds> <seconds between questions>
const WebSocket = require('ws');

const [domain, secret, count, length, every] = process.argv.slice(2).map((value, index) => (index < 2 ? value : Number(value)));
const QUESTIONS = ['What does DPKO stand for?', 'Who heads DPKO?', 'What are the main offices of DPKO?', 'When was DPKO established?'];
const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const seen = { asked: 0, answered: 0, failed: 0, doubled: 0, outOfOrder: 0, lost: 0, closed: 0 };
const took = [];

async function post(path, token, body) {
  const response = await fetch(domain + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

async function converse(number, end) {
  const { token } = await post('/tokens/generate', secret, { user: { id: `dl_load${number}` } });
  const { conversationId, streamUrl } = await post('/conversations', token, {});
  const ids = new Set();
  const pending = [];
  const socket = new WebSocket(streamUrl);
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  socket.on('close', () => Date.now() < end && seen.closed++);
  socket.on('message', data => {
    for (const activity of data.length ? JSON.parse(data).activities : []) {
      seen.doubled += ids.has(activity.id) ? 1 : 0;
      ids.add(activity.id);
      // The greeting answers nothing.
      if (activity.from.role === 'bot' && activity.replyToId) {
        const question = pending.shift();
        seen.outOfOrder += question && activity.replyToId === question.id ? 0 : 1;
        if (question) {
          seen.answered++;
          took.push(Date.now() - question.at);
        }
      } else if (activity.from.role === 'user') {
        pending.push({ id: activity.id, at: Number(activity.channelData.at) });
      }
    }
  });
  await wait(Math.random() * every * 1000);
  for (let asked = 0; Date.now() < end; asked++) {
    seen.asked++;
    await post(`/conversations/${conversationId}/activities`, token, {
      type: 'message', text: QUESTIONS[(number + asked) % QUESTIONS.length], channelData: { at: String(Date.now()) },
    }).catch(() => seen.failed++);
    await wait(every * 1000 * (0.75 + Math.random() / 2));
  }
  await wait(5000);
  seen.lost += pending.length;
  socket.close();
}

(async () => {
  // The clock runs from when all are there.
  const end = Date.now() + length * 1000 + count * 20;
  const all = [];
  for (let number = 0; number < count; number++) {
    all.push(converse(number, end).catch(error => {
      seen.failed++;
      console.error(error.message);
    }));
    await wait(20);
  }
  await Promise.all(all);
  took.sort((a, b) => a - b);
  const at = share => took[Math.floor(took.length * share)];
  console.log(JSON.stringify({ conversations: count, seconds: length, ...seen, milliseconds: { half: at(0.5), most95: at(0.95), most99: at(0.99) } }));
})();
