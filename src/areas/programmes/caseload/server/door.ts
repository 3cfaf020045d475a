// What the door gives of the caseload.
export { actOnMany, showDeed, undoDeed } from './deeds.ts';
export { releaseLeft } from './leaving-staff.ts';
export { changeTag, deleteTag, makeTag, showTag, showTags } from './tags.ts';
export { showActivity, showActivityOf } from './activity.ts';
export { changeFilter, deleteFilter, saveFilter, showFilter } from './saved-filters.ts';
export { chooseRhythm, sendDigests, showRhythm } from './digests.ts';
