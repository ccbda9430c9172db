// A scripted conversation by Botium's connector, with the site secret.
// node botium.cjs <domain> <secret> <stream|poll> <question>...
const { BotDriver } = require('botium-core');

const [domain, secret, way, ...questions] = process.argv.slice(2);

(async () => {
  const driver = new BotDriver({
    PROJECTNAME: 'DpkoBot',
    CONTAINERMODE: 'directline3',
    DIRECTLINE3_DOMAIN: domain,
    DIRECTLINE3_SECRET: secret,
    DIRECTLINE3_WEBSOCKET: way === 'stream',
    DIRECTLINE3_POLLINGINTERVAL: 200,
    WAITFORBOTTIMEOUT: 30000,
  });
  const container = await driver.Build();
  await container.Start();
  const say = message => console.log(JSON.stringify({ role: 'bot', text: message.messageText, buttons: message.buttons.map(button => button.text) }));
  say(await container.WaitBotSays());
  for (const messageText of questions) {
    await container.UserSays({ messageText });
    say(await container.WaitBotSays());
  }
  await container.Stop();
  await container.Clean();
  process.exit(0);
})().catch(error => {
  console.error(error.message ?? error);
  process.exit(1);
});
