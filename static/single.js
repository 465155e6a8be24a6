// The single file: the program and its texts stand at the end of this document, packed, and are taken out here. How they are
// packed is told in `xtask/src/single.rs`.
"use strict";

{
  // Letters that HTML would change have others in their place.
  const moved = [0, 13, 60];

  function bytes(letters) {
    const all = new Uint8Array(Math.floor((letters.length * 7) / 8));
    let [bits, held, at] = [0, 0, 0];
    for (let place = 0; place < letters.length; place++) {
      const code = letters.charCodeAt(place);
      bits = ((bits << 7) | (code < 256 ? code : moved[code - 256])) & 0x7fff;
      held += 7;
      if (held >= 8) all[at++] = bits >> (held -= 8);
    }
    return all;
  }

  async function unpack() {
    if (document.readyState === "loading") {
      await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
    }
    const packed = document.getElementById("inside");
    const stream = new Blob([bytes(packed.textContent)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const all = new Uint8Array(await new Response(stream).arrayBuffer());
    // The first line lists names and lengths; the files follow, one after the other.
    const end = all.indexOf(10);
    let start = end + 1;
    const files = new Map();
    for (const [name, length] of JSON.parse(new TextDecoder().decode(all.subarray(0, end)))) {
      files.set(name, all.subarray(start, (start += length)));
    }
    return files;
  }

  let unpacked;

  // A file's bytes, by the name that it has on a site.
  self.vpcExplainerInside = async (name) => {
    const files = await (unpacked ??= unpack());
    if (!files.has(name)) throw new Error(`${name} is not in this file`);
    return files.get(name);
  };
}
