import './jobs.ts';

// What the door gives of applications that look like one.
export { decideOnGroup, showGroup, undoGroup } from './groups.ts';
export { comparePair, decideOnPair, listDuplicates, undoMerging } from './duplicates.ts';
