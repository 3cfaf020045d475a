// What the door gives of how a panel chooses.
export { putBackTerms, reviseTerms, showTerms, type TermsView } from './terms.ts';
