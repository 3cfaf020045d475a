export { listActivities, showActivity, showPath, takeActivity, takeToolkit } from './toolkit.ts';
export {
	beginActivity,
	deleteActivity,
	listOwnActivities,
	publishActivity,
	restoreVersion,
	reviseActivity,
	showOwnActivity,
	showTranslation,
	showVersions,
	translateActivity,
	withdrawActivity
} from './own.ts';
