package io.innkeeper.simulators.openrouter;

/** {@code /audio/transcriptions}. */
final class TranscriptForm implements WholeForm {
  @Override
  public String whole(Call call) {
    return "{\"text\":"
        + JsText.text(call.text())
        + UsageText.chat(call).map(usage -> ",\"usage\":" + usage).orElse("")
        + "}";
  }
}
