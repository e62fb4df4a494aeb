package io.innkeeper.simulators.openrouter;

/** {@code /images}: one grey pixel. */
final class ImagesForm implements WholeForm {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

  @Override
  public String whole(Call call) {
    return "{\"created\":"
        + call.created()
        + ",\"data\":[{\"b64_json\":\""
        + PIXEL
        + "\"}]"
        + UsageText.chat(call).map(usage -> ",\"usage\":" + usage).orElse("")
        + "}";
  }
}
