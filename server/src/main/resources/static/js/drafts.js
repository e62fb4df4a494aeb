/* A form put aside: what is typed stays in this browser until it is taken up again or sent. */
{
  const form = document.querySelector("form[data-guard]");
  const save = form?.querySelector("[data-draft]");
  const name = `draft ${location.pathname}`;
  const kept = () => {
    try { return JSON.parse(localStorage.getItem(name)); } catch { return undefined; }
  };
  // Variables may hold secrets, which are not left lying in a browser.
  const plain = (e) => !["hidden", "password", "submit"].includes(e.type) && e.name !== "environment";
  // Also of a password that is shown at the moment.
  const shown = (e) => !!form.querySelector(`.peek[aria-controls="${CSS.escape(e.id)}"]`);
  const fields = () => [...form.elements].filter((e) => e.name && plain(e) && !(e.id && shown(e)));
  const values = () => fields().map((e) => [e.name, e.value, e.checked ?? false]);

  const takeUp = (draft) => {
    draft.values.forEach(([field, value, checked]) => {
      const all = fields().filter((e) => e.name === field);
      const one = all.find((e) => e.type === "radio" ? e.value === value : true);
      if (!one) return;
      if (["radio", "checkbox"].includes(one.type)) one.checked = checked;
      else one.value = value;
    });
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const judged = fields().find((e) => e.hasAttribute("hx-post") && e.value);
    judged?.dispatchEvent(new Event("change", { bubbles: true }));
    fields()[0]?.focus();
  };
  const button = (label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button small", textContent: label });
    made.addEventListener("click", act);
    return made;
  };
  const offer = (draft) => {
    const note = document.createElement("section");
    note.className = "banner inside-block kept";
    note.setAttribute("aria-label", "A draft");
    const words = document.createElement("p");
    const at = new Date(draft.at).toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    words.textContent = `A draft of ${at} is kept in this browser.`;
    const acts = Object.assign(document.createElement("div"), { className: "actions" });
    acts.append(
      button("Take it up", () => { takeUp(draft); note.remove(); }),
      button("Throw it away", () => { localStorage.removeItem(name); note.remove(); form.querySelector("input, select")?.focus(); }),
    );
    note.append(words, acts);
    form.before(note);
  };

  if (save) {
    save.addEventListener("click", () => {
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), values: values() }));
      form.dispatchEvent(new Event("kept"));
      document.getElementById("said").textContent = "The draft is kept in this browser.";
      save.textContent = "Kept in this browser";
      setTimeout(() => { save.textContent = "Save as draft"; }, 2_000);
    });
    // What was sent is no draft any more, and an answer that refuses brings all that was typed.
    form.addEventListener("submit", () => localStorage.removeItem(name));
    const draft = kept();
    if (draft) offer(draft);
  }
}
