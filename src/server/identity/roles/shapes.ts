import * as v from 'valibot';

export const Role = v.picklist(['administrator', 'lead'], 'not-an-option');

const Id = v.pipe(v.string(), v.uuid('not-found'));
export const ByPerson = v.object({ person: Id });
export const ByInvitation = v.object({ invitation: Id });
export const ByReset = v.object({ reset: Id });
