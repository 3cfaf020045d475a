export { default as Question } from './Question.svelte';
export { default as QuestionPage } from './QuestionPage.svelte';
export { default as TextOffer } from './TextOffer.svelte';
export { firstField } from './control.ts';
