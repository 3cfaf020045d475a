export { default as Question } from './Question.svelte';
export { default as QuestionPage } from './QuestionPage.svelte';
export { firstField } from './control.ts';
