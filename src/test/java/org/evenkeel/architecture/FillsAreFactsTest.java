package org.evenkeel.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.evenkeel.core.settle.Fill;
import org.junit.jupiter.api.Test;

/** F59: an execution is what a venue reports; nothing in the program makes one up to close a gap. */
class FillsAreFactsTest {

  @Test
  void only_adapters_of_venues_and_the_reading_of_stored_ones_make_fills() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.evenkeel");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.xchange.binance.trade.FillPages")
        .and()
        .doNotHaveFullyQualifiedName(
            "org.evenkeel.shell.xchange.krakenfutures.trade.FuturesFillPages")
        .and()
        .doNotHaveFullyQualifiedName(
            "org.evenkeel.shell.xchange.krakenfutures.trade.FuturesDeliveries")
        .and()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.xchange.kraken.trade.TradePages")
        .and()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.xchange.okx.trade.OkxFillPages")
        .and()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.xchange.okx.trade.OkxDeliveries")
        .and()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.simvenue.paper.PaperReports")
        .and()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.simulate.VenueTruth")
        .and()
        .doNotHaveFullyQualifiedName("org.evenkeel.shell.jdbc.PgAccounting")
        .should()
        .callConstructorWhere(
            com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Fill.class))))
        .because("a difference is an adjustment with a reason, never a trade")
        .check(product);
  }
}
