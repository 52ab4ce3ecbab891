/** What each way to finish a sign-in is given. */
export interface WayProps {
  challengeId: string;
  onEntered: () => void;
  /** The challenge is gone: nothing finishes it any more. */
  onEnded: () => void;
}
