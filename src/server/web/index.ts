export { page, endpoint } from './load.ts';
export { answerAction, formAction, formFields, type Fields } from './form-action.ts';
export { tries } from './tries.ts';
export { httpProblem } from './problem.ts';
export { browserOf, dropSession, keepSession, onwardFrom, personFrom, sessionOf } from './session.ts';
export { signedInFirst } from './rooms.ts';
export { nested } from './nested.ts';
export { remembered } from './remembered.ts';
export { onwardByCodes, raisingAction } from './raising.ts';
