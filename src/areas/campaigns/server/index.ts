import './jobs.ts';

export {
	beginCampaign,
	describeCampaign,
	endCampaign,
	openCampaign,
	renameCampaign,
	shareCampaign,
	showOpening
} from './campaigns.ts';
export {
	answerInvitation,
	changeMember,
	endMember,
	inviteMember,
	nameWriters,
	listPeople,
	showMember,
	type MemberPage,
	type MemberLine,
	type People
} from './members.ts';
export {
	handToCoordinator,
	readOwnWhole,
	readWhole,
	takeInCampaign,
	type CampaignToLeave
} from './leaving.ts';
export { forgetUninvited } from './forgetting.ts';
export { listKeepers } from './keepers.ts';
export type { Standing } from './standing.ts';
export {
	countUninvited,
	inviteFirst,
	listUninvited,
	type UninvitedCount,
	type UninvitedView
} from './uninvited.ts';
export {
	listCampaigns,
	listOwnCampaigns,
	showCampaign,
	showSettings,
	showWorkspace,
	stand,
	standIn,
	type CampaignLine,
	type CampaignView,
	type OwnCampaign,
	type Settings,
	type Workspace
} from './workspace.ts';
