package io.jobhandler.localjobs;

import io.jobhandler.localjobs.internal.artifact.ArtifactKey;
import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.artifact.S3Exception;
import io.jobhandler.localjobs.internal.artifact.StoredArtifact;
import io.jobhandler.localjobs.internal.tls.CodeSigningFiles;
import io.jobhandler.localjobs.internal.tls.CodeSigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Signs artifacts as AWS Signer does on its platform {@code AWSIoTDeviceManagement-SHA256-ECDSA},
 * with a P-256 key and a self-signed code-signing certificate of its own. Both are made at the
 * first start and kept in the state directory; they may be replaced there while the service is
 * stopped.
 *
 * <p>Thread-safe. Nothing may be null.
 */
public final class CodeSigner {
  private final ArtifactStore store;
  private final CodeSigningFiles files;
  private final CodeSigningKey key;

  CodeSigner(ArtifactStore store, CodeSigningFiles files) {
    this.store = store;
    this.files = files;
    this.key = CodeSigningKey.read(files.privateKey());
  }

  /** {@return the PEM file of the certificate that devices are to trust for signatures} */
  public Path certificate() {
    return files.certificate();
  }

  /**
   * {@return the text of {@link #certificate()}}
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public String certificatePem() {
    try {
      return Files.readString(files.certificate());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.certificate(), e);
    }
  }

  /**
   * Signs the bytes of an artifact. Blocks while they are read.
   *
   * @param artifact the artifact
   * @return the signature
   * @throws LocalJobsException NoSuchVersion if this service does not have the artifact
   * @throws UncheckedIOException if the bytes cannot be read
   */
  public CodeSignature sign(ArtifactVersion artifact) {
    try {
      ArtifactKey name = new ArtifactKey(artifact.bucket(), artifact.key());
      StoredArtifact stored = store.find(name, artifact.versionId());
      String signature = Base64.getEncoder().encodeToString(key.sign(stored.file()));
      return new CodeSignature(
          stored.version().size(),
          signature,
          CodeSigningKey.ALGORITHM,
          artifact.bucket(),
          artifact.key(),
          artifact.versionId());
    } catch (S3Exception e) {
      throw Artifacts.refused(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + artifact, e);
    }
  }
}
