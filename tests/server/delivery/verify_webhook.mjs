// Reads one line of webhook_receiver.py's log on standard input and verifies it as receivers do,
// with the package that Standard Webhooks publishes: node verify_webhook.mjs PACKAGES SECRET
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';

const [packages, secret] = process.argv.slice(2);
const {Webhook} = createRequire(`${packages}/`)('standardwebhooks');
const {headers, body} = JSON.parse(readFileSync(0, 'utf8'));
const payload = new Webhook(secret).verify(body, headers);
console.log(payload.type);
