export { default as DecisionPage } from './DecisionPage.svelte';
export { default as DecisionsPage } from './DecisionsPage.svelte';
export { default as DelayPage } from './DelayPage.svelte';
export { default as LandscapePage } from './LandscapePage.svelte';
export { default as LetterWordsPage } from './LetterWordsPage.svelte';
export { default as OutcomePage } from './OutcomePage.svelte';
export { default as ReleasePage } from './ReleasePage.svelte';
