/* What changes by itself: one event stream per page, closed while nobody looks. */
{
  let address = document.body.dataset.stream;
  const say = (words) => { document.getElementById("said").textContent = words; };
  let source, broken, brokenAt;

  // Each event is named after the element it replaces; a list takes lines at its end.
  const put = (event) => {
    const target = document.getElementById(event.type);
    if (!target) return;
    const focused = document.activeElement?.id;
    const open = [...target.querySelectorAll("details[open][id]")].map((d) => d.id);
    const ticked = [...target.querySelectorAll("input[form='bulk']:checked")].map((box) => box.value);
    htmx.swap(target, event.data, { swapStyle: "outerHTML" });
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    document.querySelectorAll("input[form='bulk']").forEach((box) => { box.checked = ticked.includes(box.value); });
    if (ticked.length) document.querySelector("input[form='bulk']")?.dispatchEvent(new Event("change", { bubbles: true }));
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
  };
  const append = (event) => {
    const list = document.querySelector(`[data-append="${event.type}"]`);
    if (!list) return;
    list.insertAdjacentHTML("beforeend", event.data);
    // The first line takes the place of the words that said there was none.
    const box = list.closest("[hidden]");
    if (box) {
      document.querySelector(`[data-blank="${box.id}"]`)?.remove();
      box.hidden = false;
    }
    while (list.children.length > 5000) list.firstElementChild.remove();
    list.dispatchEvent(new Event("grown", { bubbles: true }));
  };

  const listen = () => {
    if (!address || source || document.hidden) return;
    source = new EventSource(address);
    const names = new Set([...document.querySelectorAll("#verdict, #needs, #house, #meters, #events, #spend, #budget, #calls, #unsettled, #hours, #head, #jobs, #live, #waiting, #log, #list, #nav-jobs, #house-banner, #toasts, #secret-place")].map((e) => e.id));
    names.forEach((name) => source.addEventListener(name, put));
    document.querySelectorAll("[data-append]").forEach((e) => source.addEventListener(e.dataset.append, append));
    source.addEventListener("said", (event) => say(event.data));
    source.addEventListener("gone", () => location.reload());
    source.onopen = () => {
      clearTimeout(broken);
      brokenAt = undefined;
      document.getElementById("live")?.classList.remove("stale");
    };
    source.onerror = () => {
      if (brokenAt) return;
      brokenAt = new Date();
      broken = setTimeout(() => {
        const live = document.getElementById("live");
        const aside = live?.querySelector(".block-head > :not(h2)");
        live?.classList.add("stale");
        if (aside) aside.textContent = `Live figures stopped at ${brokenAt.toLocaleTimeString("en-GB")}, reconnecting`;
      }, 10_000);
      if (source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(listen, 5_000);
      }
    };
  };
  const close = () => {
    source?.close();
    source = undefined;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
  // A search changes what is looked at, and so what is listened to.
  document.addEventListener("htmx:pushedIntoHistory", () => {
    if (!address) return;
    address = address.split("?")[0] + location.search;
    close();
    listen();
  });
  addEventListener("pagehide", close);
  listen();

  // A log that is followed keeps its end in view; scrolling up pauses it.
  const box = document.querySelector("[data-follow]");
  if (box) {
    const log = document.getElementById(box.dataset.follow);
    const words = box.parentElement.querySelector("span");
    let missed = 0;
    box.parentElement.hidden = false;
    const end = () => {
      missed = 0;
      words.textContent = "Follow";
      log.scrollTop = log.scrollHeight;
    };
    box.addEventListener("change", () => box.checked && end());
    log?.addEventListener("scroll", () => {
      const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
      if (atEnd !== box.checked) { box.checked = atEnd; if (atEnd) end(); }
    });
    log?.addEventListener("grown", () => {
      if (box.checked) end();
      else words.textContent = `${++missed} new ${missed === 1 ? "line" : "lines"}`;
    });
    if (log) end();
  }

  // A finished job folds to one line after ten seconds, unless someone is in it.
  const fold = (job) => setTimeout(() => {
    if (!job.isConnected || job.contains(document.activeElement) || job.matches(":hover")) return;
    job.classList.add("folded");
  }, 10_000);
  document.querySelectorAll("[data-fold]").forEach(fold);
  document.addEventListener("htmx:load", (e) => e.target.querySelectorAll?.("[data-fold]").forEach(fold));
  document.addEventListener("click", (e) => e.target.closest(".job.folded")?.classList.remove("folded"));

  document.addEventListener("htmx:afterSettle", (e) => {
    const words = e.target.dataset?.said ?? e.target.querySelector?.("[data-said]")?.dataset.said;
    if (words) say(words);
  });
}
