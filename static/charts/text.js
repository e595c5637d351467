// Lines of text on a canvas.

/** Break words into lines no wider than `width` pixels; a word that is wider alone is broken where it must be. */
export function wrapped(context, words, font, width) {
  context.save();
  context.font = font;
  const fits = (line) => context.measureText(line).width <= width;
  const lines = [];
  let line = "";
  for (let word of words.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    while (!fits(word)) {
      let cut = word.length;
      while (cut > 1 && !fits(word.slice(0, cut))) cut--;
      lines.push(word.slice(0, cut));
      word = word.slice(cut);
    }
    line = word;
  }
  context.restore();
  return line ? [...lines, line] : lines;
}

/** Write lines one under another. */
export function textAt(context, lines, { left, top, font, line, colour }) {
  context.save();
  context.font = font;
  context.fillStyle = colour;
  context.textBaseline = "top";
  lines.forEach((words, number) => context.fillText(words, left, top + number * line));
  context.restore();
}
