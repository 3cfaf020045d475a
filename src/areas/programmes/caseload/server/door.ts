// What the door gives of the caseload.
export { actOnMany, showDeed, undoDeed } from './deeds.ts';
export { releaseLeft } from './leaving-staff.ts';
export { changeTag, deleteTag, makeTag, showTag, showTags } from './tags.ts';
