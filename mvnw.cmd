@echo off
rem Runs Maven: the installed one when it is 3.8 or newer, otherwise a pinned one, fetched once and checked.
rem   MVNW_ARCHIVE     another folder with the layout of the Apache archive (a mirror); the checksum stays the same
rem   MAVEN_USER_HOME  where the fetched Maven is kept, .m2 in the user's folder by default
rem curl, tar and certutil are parts of Windows from 10 on.
setlocal EnableDelayedExpansion

set "VERSION=3.9.11"
set "SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
if not defined MVNW_ARCHIVE set "MVNW_ARCHIVE=https://archive.apache.org/dist/maven/maven-3"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists"
set "PINNED=%DISTS%\apache-maven-%VERSION%"
set "URL=%MVNW_ARCHIVE%/%VERSION%/binaries/apache-maven-%VERSION%-bin.tar.gz"

if not defined JAVA_HOME (
    where java >nul 2>&1 || (echo mvnw: Java is not installed; install a JDK from 17 on, or set JAVA_HOME>&2& exit /b 1)
)

where mvn >nul 2>&1 || goto pinned
for /f "tokens=3,4 delims=. " %%a in ('mvn -B --version 2^>nul ^| findstr /b /c:"Apache Maven"') do (
    if %%a gtr 3 goto installed
    if %%a equ 3 if %%b geq 8 goto installed
)

:pinned
if exist "%PINNED%\bin\mvn.cmd" goto run
set "WORK=%DISTS%\unpack.%RANDOM%%RANDOM%"
mkdir "%WORK%" || (echo mvnw: the folder %DISTS% cannot be written; set MAVEN_USER_HOME to another one>&2& exit /b 1)
echo mvnw: fetching Maven %VERSION% from %URL%>&2
curl --fail --silent --show-error --location --retry 2 --output "%WORK%\maven.tar.gz" "%URL%" || (
    rmdir /s /q "%WORK%"
    echo mvnw: Maven 3.8 or newer is not installed, and %URL% cannot be fetched; install Maven, or set MVNW_ARCHIVE to a mirror>&2
    exit /b 1
)
set "FOUND="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%WORK%\maven.tar.gz" SHA512') do if not defined FOUND set "FOUND=%%h"
set "FOUND=!FOUND: =!"
if /i not "!FOUND!"=="%SHA512%" (
    rmdir /s /q "%WORK%"
    echo mvnw: %URL% is not the published file: its SHA-512 is !FOUND!, not %SHA512%>&2
    exit /b 1
)
tar -xzf "%WORK%\maven.tar.gz" -C "%WORK%" || (rmdir /s /q "%WORK%"& echo mvnw: %URL% cannot be unpacked>&2& exit /b 1)
if not exist "%PINNED%\bin\mvn.cmd" move "%WORK%\apache-maven-%VERSION%" "%PINNED%" >nul
rmdir /s /q "%WORK%"

:run
endlocal & "%PINNED%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:installed
endlocal & mvn %*
exit /b %ERRORLEVEL%
