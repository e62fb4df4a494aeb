package io.innkeeper.simulators.openrouter;

/** {@code /embeddings}: one short vector. */
final class EmbeddingsForm implements WholeForm {
  @Override
  public String whole(Call call) {
    String id = call.is(Word.NO_ID) ? "" : "\"id\":\"" + call.generation() + "\",";
    return "{"
        + id
        + "\"object\":\"list\",\"data\":[{\"object\":\"embedding\",\"index\":0,"
        + "\"embedding\":[0.25,-0.5,0.125,0.0625]}],\"model\":"
        + JsText.text(call.model().id())
        + UsageText.chat(call).map(usage -> ",\"usage\":" + usage).orElse("")
        + "}";
  }
}
