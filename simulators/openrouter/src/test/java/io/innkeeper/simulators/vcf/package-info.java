@org.jspecify.annotations.NullMarked
package io.innkeeper.simulators.vcf;
