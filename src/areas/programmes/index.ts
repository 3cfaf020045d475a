export {
	endsAt,
	graceEndsAt,
	graceMinutes,
	mayBegin,
	maySend,
	ownEnd,
	phaseAt,
	type Call,
	type OwnTime,
	type Phase
} from './call.ts';
