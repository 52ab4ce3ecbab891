const GAP_PX = 4;
const EDGE_PX = 8;

/** Puts a fixed element above its anchor, or below where there is no room, and keeps it inside the viewport. */
export function placeNear(anchor: HTMLElement, floating: HTMLElement): void {
  const target = anchor.getBoundingClientRect();
  const size = floating.getBoundingClientRect();
  const above = target.top - size.height - GAP_PX;
  const top = above >= EDGE_PX ? above : target.bottom + GAP_PX;
  const centred = target.left + target.width / 2 - size.width / 2;
  const rightmost = document.documentElement.clientWidth - size.width - EDGE_PX;
  floating.style.top = `${top}px`;
  floating.style.left = `${Math.max(EDGE_PX, Math.min(centred, rightmost))}px`;
}
