/** Where people agree and where they differ, from votes on statements. README.md says how, and for whom. */
export { ballotsFrom, type Ballots, type Moderation, type Vote, type VoteColumns } from './ballots.ts';
export { classicAnswer } from './answer/classic.ts';
export { placardAnswer } from './answer/placard.ts';
export { classicReport, type ClassicReport } from './classic/report.ts';
export { drawMap } from './drawing/draw.ts';
export { mapTable, type MapTable } from './drawing/table.ts';
export { groupingGiven, type Grouping } from './grouping.ts';
export { placardReport, type PlacardReport } from './placard/report.ts';
export { adoptable } from './live/adopted.ts';
export { LiveConversation, type Adopted, type Snapshot } from './live/conversation.ts';
export type { Draw } from './live/routing.ts';
export { mapOf, type OpinionMap } from './map/map.ts';
export { Malformed } from '#packages/common';
export { openDataFiles } from './votes/open-data.ts';
export { readGroups, type GivenGroups } from './votes/read-groups.ts';
export { readStatements, type Statement } from './votes/read-statements.ts';
export { readVotes, voteReader } from './votes/read-votes.ts';
export { refuseTurnedSigns } from './votes/signs.ts';
