import './jobs.ts';

export { answer } from './answer.ts';
export { cursorOf, placeOf, type Place } from './cursor.ts';
export { openApi } from './openapi.ts';
export { operation, type Operation } from './operation.ts';
export { scopes, type Scope } from './scopes.ts';
export { makeToken, recogniseProgram, revokeToken, showTokens, type TokenView } from './tokens/tokens.ts';
export { addWebhook, endWebhook, showWebhooks, type WebhookView } from './webhooks/webhooks.ts';
export { toldOf, type Told } from './webhooks/webhook.schema.ts';
