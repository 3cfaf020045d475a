export { default as AnswerQuestionPage } from './AnswerPage.svelte';
export { default as AskQuestionPage } from './AskPage.svelte';
export { default as ChangeAnswerPage } from './ChangeAnswerPage.svelte';
export { default as QuestionQueuePage } from './QueuePage.svelte';
export { default as QuestionsPage } from './QuestionsPage.svelte';
