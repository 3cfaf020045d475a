export {
	boxes,
	kinds,
	licences,
	templates,
	type Activity,
	type Box,
	type Kind,
	type Template
} from './activity.ts';
export { pathWith, sessions, sessionsWith, type Path, type Progress, type Session } from './path.ts';
export { activityForPrograms } from './said.ts';
