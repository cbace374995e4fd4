package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.evenkeel.shell.simvenue.market.MarketFiles.perpRow;
import static org.evenkeel.shell.simvenue.market.MarketFiles.spotRow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every defect of a file stops the load and names file, line, what was found, what was expected and what to do. */
class MarketFileDefectsTest {

  private static final String PERP_FILE = "binance_BTCUSDT_perp_1h.csv";

  @TempDir private Path folder;
  private MarketFiles files;

  @BeforeEach
  void start() {
    files = new MarketFiles(folder);
  }

  private MarketFileException refusal() {
    MarketFileException refusal =
        catchThrowableOfType(MarketFileException.class, () -> files.load("BTCUSDT"));
    assertThat(refusal).as("the load must be refused").isNotNull();
    return refusal;
  }

  /** The third line of the file is at fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-11-09T01:00:00Z,0,103,99,101,5,    | found open '0'           | a price above zero",
        "2022-11-09T01:00:00Z,100,103,-9,101,5,  | found low '-9'           | a price above zero",
        "2022-11-09T01:00:00Z,100,103,99,101,5,0 | found mark_close '0'     | a price above zero",
        "2022-11-09T01:00:00Z,100,abc,99,101,5,  | found high 'abc'         | a decimal number",
        "2022-11-09T01:00:00Z,100,103,99,,5,     | found close ''           | a decimal number",
        "2022-11-09T01:00:00Z,100,103,99,NaN,5,  | found close 'NaN'        | a decimal number",
        "2022-11-09T01:00:00Z,1e999,103,99,1,5,  | found open '1e999'       | a decimal number",
        "2022-11-09T01:00:00Z,1.000000001,3,1,1,5, | found open '1.000000001' | at most 8 decimals",
        "2022-11-09T01:00:00Z,100,98,99,100,5,   | found high '98' below low '99' | high at or above low",
        "2022-11-09T01:00:00Z,100,103,99,104,5,  | close '104'              | open and close between low and high",
        "2022-11-09T01:00:00Z,98,103,99,101,5,   | found open '98'          | open and close between low and high",
        "2022-11-09T01:00:00Z,100,103,99,101,-5, | found volume '-5'        | a volume of zero or more",
        "2022-11-09T01:00:00Z,100,103,99,101,5   | found 6 columns          | 7 columns (ts,open,high,low,close,volume,mark_close)",
        "2022-11-09T01:00:00Z,1,2,1,1,5,,,       | found 9 columns          | complete the row or delete it",
        "2022-11-09 01:00:00,100,103,99,101,5,   | found ts '2022-11-09 01:00:00' | a UTC time like 2022-11-09T00:00:00Z",
        "2022-13-09T01:00:00Z,100,103,99,101,5,  | found ts '2022-13-09T01:00:00Z' | a UTC time like",
        "2022-11-09T24:00:00Z,100,103,99,101,5,  | found ts '2022-11-09T24:00:00Z' | a UTC time like",
        "1667952000000,100,103,99,101,5,         | found ts '1667952000000' | with the T and the Z",
        "2022-11-09T01:30:00Z,100,103,99,101,5,  | found ts '2022-11-09T01:30:00Z' | use hourly bars",
        "2022-11-09T00:00:00Z,100,103,99,101,5,  | found ts '2022-11-09T00:00:00Z' a second time | delete the duplicate row",
        "2022-11-08T23:00:00Z,100,103,99,101,5,  | after a later time       | sort the file by ts"
      })
  void a_bad_row_is_named(String row, String found, String expected) {
    files.perp("BTCUSDT", perpRow(0), row, perpRow(2));
    MarketFileException refusal = refusal();
    assertThat(refusal)
        .hasMessageContaining(PERP_FILE + ", line 3: found")
        .hasMessageContaining(found)
        .hasMessageContaining(expected);
    assertThat(refusal.line()).isEqualTo(3);
    assertThat(refusal.file()).isEqualTo(folder.resolve("perp_1h").resolve(PERP_FILE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ts,open,high,low,close,volume",
        "ts,open,high,low,close,mark_close,volume",
        "time,open,high,low,close,volume,mark_close",
        "ts,open,high,low,close,volume,mark_close,extra"
      })
  void a_wrong_or_missing_column_is_named(String header) {
    files.write("perp_1h/" + PERP_FILE, List.of(header), perpRow(0));
    assertThat(refusal())
        .hasMessageContaining(PERP_FILE + ", line 1: found header '" + header + "'")
        .hasMessageContaining("expected the header 'ts,open,high,low,close,volume,mark_close'");
  }

  @Test
  void an_empty_file_is_named() {
    files.bytes("perp_1h/" + PERP_FILE, new byte[0]);
    assertThat(refusal()).hasMessageContaining("found an empty file");
  }

  @Test
  void a_symbol_without_a_file_is_named_with_the_places_looked_at() {
    files.perp("ETHUSDT", perpRow(0));
    assertThat(refusal())
        .hasMessageContaining("no file for symbol BTCUSDT")
        .hasMessageContaining(PERP_FILE + "[.gz]")
        .hasMessageContaining("binance_BTCUSDT_spot_1h.csv[.gz]")
        .hasMessageContaining("leave the symbol out");
  }

  @Test
  void a_file_that_does_not_cover_the_period_is_named() {
    files.spot("BTCUSDT", "2021-11-09T00:00:00Z,1,1,1,1,1");
    assertThat(refusal())
        .hasMessageContaining("no row from 2022-11-09T00:00:00Z on")
        .hasMessageContaining("choose a period that the file covers");
  }

  @Test
  void a_file_both_plain_and_compressed_is_refused() {
    files.spot("BTCUSDT", spotRow(0)).gzip("spot_1h/binance_BTCUSDT_spot_1h.csv");
    files.spot("BTCUSDT", spotRow(0));
    assertThat(refusal()).hasMessageContaining("both plain and as .gz");
  }

  @Test
  void a_compressed_file_that_is_cut_short_is_named() throws Exception {
    String[] rows = new String[24];
    Arrays.setAll(rows, MarketFiles::perpRow);
    files.perp("BTCUSDT", rows).gzip("perp_1h/" + PERP_FILE);
    Path gzip = folder.resolve("perp_1h").resolve(PERP_FILE + ".gz");
    byte[] whole = Files.readAllBytes(gzip);
    Files.write(gzip, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal())
        .hasMessageContaining(PERP_FILE + ".gz")
        .hasMessageContaining("cannot be read")
        .hasMessageContaining("copy the file again");
  }

  @Test
  void a_file_that_only_claims_to_be_compressed_is_named() {
    files.bytes("perp_1h/" + PERP_FILE + ".gz", perpRow(0).getBytes(StandardCharsets.UTF_8));
    assertThat(refusal()).hasMessageContaining("cannot be read").hasMessageContaining("GZIP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "binance,BTCUSDT,2022-11-09T00:00:00Z,0.1 | a second time | delete the duplicate row",
        "binance,BTCUSDT,2022-11-08T00:00:00Z,0.1 | after a later time | sort the file",
        "binance,BTCUSDT,2022-11-09T08:00:00Z,1.5 | funding_rate '1.5' | divide percentages by 100",
        "binance,BTCUSDT,2022-11-09T08:00:00Z,x   | funding_rate 'x'   | a decimal number",
        "binance,BTCUSDT,yesterday,0.1            | ts 'yesterday'     | a UTC time like",
        "binance,BTCUSDT,2022-11-09T08:00:00Z     | 3 columns          | complete the row"
      })
  void a_bad_funding_row_is_named(String row, String found, String expected) {
    files.perp("BTCUSDT", perpRow(0)).funding("binance,BTCUSDT,2022-11-09T00:00:00Z,0.0001", row);
    assertThat(refusal())
        .hasMessageContaining("funding_rates.csv, line 3: found")
        .hasMessageContaining(found)
        .hasMessageContaining(expected);
  }
}
