/* Fields and buttons: marks while busy, checks as you type, words that would be lost. */
{
  const on = (event, selector, act) =>
    document.addEventListener(event, (e) => {
      const target = e.target.closest?.(selector);
      if (target) act(target, e);
    });

  // Busy after 150 ms; pressed twice acts once.
  document.addEventListener("submit", (e) => {
    const button = e.submitter;
    if (!button || e.defaultPrevented || e.target.method === "get") return;
    if (e.target.dataset.sent) return e.preventDefault();
    if (!e.target.hasAttribute("hx-post")) e.target.dataset.sent = "yes";
    setTimeout(() => button.classList.add("busy"), 150);
  });
  addEventListener("pageshow", () => {
    document.querySelectorAll("[data-sent]").forEach((form) => delete form.dataset.sent);
    document.querySelectorAll(".busy").forEach((button) => button.classList.remove("busy"));
  });
  document.addEventListener("htmx:afterRequest", (e) => e.target.querySelectorAll?.(".busy").forEach((b) => b.classList.remove("busy")));
  on("click", "[aria-disabled='true']", (button, e) => e.preventDefault());

  // What the server makes of a value colours the field too.
  document.addEventListener("htmx:oobAfterSwap", (e) => colour(e.target));
  document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("[data-for]").forEach(colour));
  const colour = (says) => {
    const field = says.dataset?.for && document.getElementById(says.dataset.for);
    if (!field) return;
    if (says.querySelector(".check.bad")) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  };
  // The plan says what to mend: until then its button waits, but any key lets it try again.
  const judge = () => {
    const button = document.querySelector("form[data-guard] .form-foot .primary");
    if (button) button.disabled = !!document.querySelector("#plan .mend");
  };
  judge();
  document.addEventListener("htmx:oobAfterSwap", judge);
  on("input", "form[data-guard]", (form) => { form.querySelector(".form-foot .primary").disabled = false; });
  on("click", "[data-mend]", (button) => {
    const field = document.getElementById(button.closest("[data-for]").dataset.for);
    field.value = button.dataset.mend;
    field.focus();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // A password is shown on demand.
  const peeks = (root) => root.querySelectorAll(".peek").forEach((peek) => { peek.hidden = false; });
  peeks(document);
  document.addEventListener("htmx:load", (e) => peeks(e.target));
  on("click", ".peek", (peek) => {
    const field = document.getElementById(peek.getAttribute("aria-controls"));
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    peek.setAttribute("aria-pressed", String(!shown));
    const use = peek.querySelector("use");
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, shown ? "#eye" : "#eye-off"));
  });

  // The wait after a wrong password, counted down.
  document.querySelectorAll("[data-countdown]").forEach((place) => {
    let left = Number(place.dataset.countdown);
    const tick = setInterval(() => {
      left -= 1;
      if (left <= 0) {
        clearInterval(tick);
        const sentence = place.parentElement;
        sentence.textContent = sentence.textContent.replace(/ You can try again in .*/, ` ${place.dataset.then}`);
      } else place.textContent = `${left} ${left === 1 ? "second" : "seconds"}`;
    }, 1_000);
  });

  // Typed words are not lost by accident.
  const guarded = document.querySelector("form[data-guard]");
  let touched = false;
  guarded?.addEventListener("input", () => { touched = true; });
  guarded?.addEventListener("submit", () => { touched = false; });
  guarded?.addEventListener("kept", () => { touched = false; });
  addEventListener("beforeunload", (e) => { if (touched) e.preventDefault(); });
  const firstBad = guarded?.querySelector("[aria-invalid='true']");
  firstBad?.focus({ preventScroll: false });

  // A button that destroys waits for the typed word.
  const armed = (form) => {
    const button = form.querySelector("footer button");
    const field = form.querySelector("#typed");
    const judge = () => { button.disabled = field.value !== form.dataset.typed; };
    field.addEventListener("input", judge);
    judge();
  };
  document.querySelectorAll("form[data-typed]").forEach(armed);
  document.addEventListener("htmx:load", (e) => e.target.querySelectorAll?.("form[data-typed]").forEach(armed));

  // Ticked rows: how many, and what to do with them.
  const rows = () => [...document.querySelectorAll("input[form='bulk'], #bulk input[type='checkbox']")];
  const count = () => {
    const bar = document.getElementById("bulk");
    if (!bar) return;
    const picked = rows().filter((row) => row.checked).length;
    bar.hidden = picked === 0;
    bar.querySelector("[data-picked]").textContent = picked;
    const all = document.querySelector("[data-pick-all]");
    all.checked = picked > 0 && picked === rows().length;
    all.indeterminate = picked > 0 && !all.checked;
  };
  on("change", "[data-pick-all]", (all) => { rows().forEach((row) => { row.checked = all.checked; }); count(); });
  on("change", "input[form='bulk']", count);
  document.addEventListener("reset", () => setTimeout(count));
  document.addEventListener("htmx:afterSettle", count);
  count();

  on("click", "[data-copy]", async (button) => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    const note = Object.assign(document.createElement("span"), { className: "copied", textContent: "Copied" });
    note.setAttribute("role", "status");
    button.after(note);
    setTimeout(() => note.remove(), 2_000);
  });
}
