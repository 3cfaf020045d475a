import { addWebhook } from '#server/api';
import { answerAction } from '#server/web';

export const actions = { default: answerAction(addWebhook) };
