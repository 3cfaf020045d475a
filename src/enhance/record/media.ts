export type Medium = 'audio' | 'video' | 'signed-video';

const film = { width: { ideal: 960 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

/** Asks for the microphone, the camera that faces the person, or both. A signed video takes no sound. */
export function listenTo(medium: Medium): Promise<MediaStream> {
	return navigator.mediaDevices.getUserMedia({
		audio: medium !== 'signed-video',
		video: medium === 'audio' ? false : { ...film, facingMode: 'user' }
	});
}

/** The first that this browser makes; WebM where it can, since it is whole at every moment. */
export function mimeFor(medium: Medium): string | undefined {
	const audio = ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4', 'audio/ogg;codecs=opus'];
	const video = ['video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'];
	return (medium === 'audio' ? audio : video).find((type) => MediaRecorder.isTypeSupported(type));
}

/** Which sentence says why not. */
export function cannot(error: unknown): 'refused' | 'missing' {
	const { name } = error as { name?: string };
	return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'refused';
}
