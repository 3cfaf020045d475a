import { makeToken } from '#server/api';
import { answerAction } from '#server/web';

export const actions = { default: answerAction(makeToken) };
