export { page, endpoint } from './load.ts';
export { formAction, formFields, type Fields } from './form-action.ts';
export { httpProblem } from './problem.ts';
export { browserOf, dropSession, keepSession, personFrom } from './session.ts';
export { signedInFirst } from './rooms.ts';
export { nested } from './nested.ts';
export { remembered } from './remembered.ts';
