import * as v from 'valibot';
import {
	CaseRecord,
	ColleagueRecords,
	DeedRecord,
	deedRecord,
	NewDeed,
	NewTag,
	TagRecords,
	tagRecords
} from '#areas/programmes';
import {
	listColleagues,
	makeTag,
	performDeed,
	readCase,
	reverseDeed,
	showDeed,
	showTags
} from '#areas/programmes/server';
import { operation } from '#server/api';

const home = '/programmes/{slug}';

/** Tags, and who looks after what. */
export const caseOperations = [
	operation({
		id: 'listTags',
		method: 'get',
		path: `${home}/tags`,
		scope: 'caseload:read',
		summary: 'The tags of a call, each with how many applications have it.',
		answer: TagRecords,
		useCase: showTags,
		as: tagRecords
	}),
	operation({
		id: 'makeTag',
		method: 'post',
		path: `${home}/tags`,
		scope: 'caseload:write',
		summary: 'A tag that colleagues can put on applications of this call. No two have one name.',
		body: NewTag,
		answer: v.object({ id: v.pipe(v.string(), v.uuid()) }),
		useCase: makeTag,
		as: ({ tag }) => ({ id: tag })
	}),
	operation({
		id: 'listColleagues',
		method: 'get',
		path: `${home}/colleagues`,
		scope: 'caseload:read',
		summary: 'Members of staff to whom an application can be given.',
		answer: ColleagueRecords,
		useCase: listColleagues,
		as: (people) => ({ colleagues: people.map(({ id, name }) => ({ id, name })) })
	}),
	operation({
		id: 'showCase',
		method: 'get',
		path: `${home}/applications/{reference}/case`,
		scope: 'caseload:read',
		summary: 'The tags on one application that was sent, and who looks after it.',
		answer: CaseRecord,
		useCase: readCase,
		as: ({ tags, lookedAfterBy }) => ({
			tags: tags.map(({ id, name, colour }) => ({ id, name, colour })),
			looked_after_by: lookedAfterBy
		})
	}),
	operation({
		id: 'performDeed',
		method: 'post',
		path: `${home}/deeds`,
		scope: 'caseload:write',
		summary:
			'Puts a tag on applications or takes it off, gives them to a colleague or to nobody: one or many at once.',
		body: NewDeed,
		answer: DeedRecord,
		useCase: performDeed,
		as: deedRecord
	}),
	operation({
		id: 'showDeed',
		method: 'get',
		path: `${home}/deeds/{deed}`,
		scope: 'caseload:read',
		summary: 'What was done to which applications, and whether it was undone.',
		answer: DeedRecord,
		useCase: showDeed,
		as: deedRecord
	}),
	operation({
		id: 'undoDeed',
		method: 'post',
		path: `${home}/deeds/{deed}/undo`,
		scope: 'caseload:write',
		summary: 'Undoes it as one; what somebody changed since is left alone, and said.',
		answer: DeedRecord,
		useCase: reverseDeed,
		as: deedRecord
	})
];
