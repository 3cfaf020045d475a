export { default as CommentPage } from './CommentPage.svelte';
export { default as DeclinedPage } from './DeclinedPage.svelte';
export { default as InvitationPage } from './InvitationPage.svelte';
export { default as OnlyLead } from './OnlyLead.svelte';
export { default as PeoplePage } from './PeoplePage.svelte';
export { default as EarlierPage } from './EarlierPage.svelte';
export { default as HandOverPage } from './HandOverPage.svelte';
export { default as TakeOversPage } from './TakeOversPage.svelte';
