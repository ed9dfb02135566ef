// The products' pictures: a few strokes each, drawn here so that nothing is loaded.
const STROKES: Record<string, string> = {
  headphones: "M30 78V62a30 30 0 0 1 60 0v16M30 66h-4a6 6 0 0 0-6 6v14a6 6 0 0 0 6 6h4zm60 0h4a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6h-4z",
  turntable: "M16 28h88v64H16zM54 60m-24 0a24 24 0 1 0 48 0a24 24 0 1 0-48 0M54 60m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0M92 38v26l-12 16",
  speaker: "M38 16h44v88H38zM60 42m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0M60 76m-16 0a16 16 0 1 0 32 0a16 16 0 1 0-32 0",
  card: "M14 40h92v38H14zM22 78v10h40V78M40 59m-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0M80 59m-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0",
  camera: "M16 42h22l6-12h32l6 12h22v50H16zM60 66m-18 0a18 18 0 1 0 36 0a18 18 0 1 0-36 0M60 66m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0M92 52h4",
  keyboard: "M12 40h96v40H12zM22 50h6m6 0h6m6 0h6m6 0h6m6 0h6m6 0h6m6 0h6M22 60h6m6 0h6m6 0h6m6 0h6m6 0h6m6 0h6m6 0h6M36 70h48",
};

export function art(name: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 120 120");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `art art-${name}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", STROKES[name] ?? "");
  svg.append(path);
  return svg;
}
